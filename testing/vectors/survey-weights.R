# Reference figures for the weights and intervals of surveys: R's package `survey` on rows made by a small generator.
# Rscript survey-weights.R > survey-weights.json
suppressMessages(library(survey))
seed <- 20261124
draw <- function(n) { out <- numeric(n); for (i in 1:n) { seed <<- (seed * 16807) %% 2147483647; out[i] <- seed / 2147483647 }; out }
n <- 400
pick <- function(shares) findInterval(draw(n), cumsum(shares)) + 1
d <- data.frame(age = pick(c(.15, .25, .35, .25)), sex = pick(c(.4, .6)), tenure = pick(c(.6, .3, .1)), base = round(0.5 + draw(n), 3))
d$answer <- pmin(5, 1 + floor(draw(n) * 3 + (d$age > 2) * draw(n) * 2))
d$rare <- as.integer(draw(n) < 0.02)
d$group <- pick(c(.7, .3))
margins <- list(age = c(1900, 2500, 3300, 2300), sex = c(4300, 5700), tenure = c(5800, 3050, 1150))
f <- data.frame(age = factor(d$age), sex = factor(d$sex), tenure = factor(d$tenure), base = d$base,
  answer = factor(d$answer), score = d$answer, rare = d$rare, group = factor(d$group))
des <- svydesign(ids = ~1, weights = ~base, data = f)
one <- svydesign(ids = ~1, weights = rep(1, n), data = f)
tab <- function(name) { t <- data.frame(factor(seq_along(margins[[name]])), margins[[name]]); names(t) <- c(name, "Freq"); t }
post <- postStratify(des, ~age, tab("age"))
cross <- as.data.frame(table(age = f$age, sex = f$sex)); cross$Freq <- round(10000 * c(.13,.2,.11,.05,.12,.19,.13,.07))
postCross <- postStratify(des, ~age + sex, cross)
raked <- rake(des, list(~age, ~sex, ~tenure), lapply(c("age", "sex", "tenure"), tab), control = list(maxit = 500, epsilon = 1e-11))
pop <- c(`(Intercept)` = 10000, age2 = 2500, age3 = 3300, age4 = 2300, sex2 = 5700, tenure2 = 3050, tenure3 = 1150)
free <- calibrate(des, ~age + sex + tenure, pop, calfun = "raking", epsilon = 1e-11, maxit = 500)
scale <- 10000 / sum(d$base)
start <- svydesign(ids = ~1, weights = ~I(base * scale), data = f)
bounded <- function(low, high) calibrate(start, ~age + sex + tenure, pop, calfun = "raking", bounds = c(low, high), epsilon = 1e-11, maxit = 2000)
tight <- bounded(0.76, 1.5)
fixed <- svydesign(ids = ~1, weights = weights(tight), data = f)
est <- function(s) list(mean = as.numeric(s), se = as.numeric(SE(s)))
g1 <- subset(fixed, group == "2")
ci <- function(form, dsn, method) { x <- svyciprop(form, dsn, method = method, df = Inf); c(as.numeric(x), as.numeric(attr(x, "ci"))) }
w <- weights(tight)
num <- function(x) paste0("[", paste(format(x, digits = 12, trim = TRUE, scientific = FALSE), collapse = ","), "]")
e <- function(s) paste0("{\"share\":", num(as.numeric(coef(s))), ",\"se\":", num(as.numeric(SE(s))), "}")
fpcDes <- svydesign(ids = ~1, fpc = rep(1000, n), data = f)
cat("{\n")
cat("\"from\":\"R ", as.character(getRversion()), ", survey ", as.character(packageVersion("survey")), "\",\n", sep = "")
for (v in c("age", "sex", "tenure", "base", "answer", "rare", "group")) cat("\"", v, "\":", num(d[[v]]), ",\n", sep = "")
cat("\"margins\":{\"age\":", num(margins$age), ",\"sex\":", num(margins$sex), ",\"tenure\":", num(margins$tenure), "},\n", sep = "")
cat("\"cross\":", num(cross$Freq), ",\n", sep = "")
cat("\"postStratify\":", num(weights(post)), ",\n\"postStratifyCross\":", num(weights(postCross)), ",\n", sep = "")
cat("\"rake\":", num(weights(raked)), ",\n\"calibrate\":", num(weights(free)), ",\n", sep = "")
cat("\"bounds\":[0.76,1.5],\n\"bounded\":", num(w), ",\n", sep = "")
cat("\"kish\":", format(sum(w)^2 / sum(w^2), digits = 12), ",\n", sep = "")
cat("\"shares\":", e(svymean(~answer, fixed)), ",\n", sep = "")
cat("\"sharesOfGroup\":", e(svymean(~answer, g1)), ",\n", sep = "")
cat("\"mean\":", e(svymean(~score, fixed)), ",\n\"meanOfGroup\":", e(svymean(~score, g1)), ",\n", sep = "")
cat("\"fpc\":", e(svymean(~answer, fpcDes)), ",\n", sep = "")
cat("\"logitRare\":", num(ci(~rare, fixed, "logit")), ",\n\"logitScore\":", num(ci(~I(score >= 4), fixed, "logit")), "\n}\n", sep = "")
