// The one program. Every command is loaded when it is asked for, so that --help and a warm start stay quick.
// Exit codes: 0 done; 1 the check found differences, or the work failed; 2 the question itself was wrong.
import { Command, CommanderError } from 'commander'
import { packageVersion } from '#server/kit/package-root.ts'

type Run<A extends unknown[]> = (...args: A) => Promise<number>

const wrong = 2

/** The command's number becomes the exit code; commander's own complaints are 2. */
function ends<A extends unknown[]>(run: Run<A>) {
  return async (...args: A): Promise<void> => {
    process.exitCode = await run(...args)
  }
}

function program(): Command {
  const linli = new Command('linli')
    .description('邻里 Linli: cases of a community, from report to the last word')
    .version(packageVersion())
    .showHelpAfterError()
    .exitOverride()
  addRunning(linli)
  addImports(linli)
  addOrders(linli)
  addSuggestions(linli)
  addChecks(linli)
  addKeeping(linli)
  return linli
}

function addRunning(linli: Command): void {
  linli
    .command('setup')
    .description('make a real place: top area, first administrator, keys; no demo row')
    .option('--code <code>', 'official code of the top area, such as 500108')
    .option('--area <name>', 'its name')
    .option('--level <level>', 'its level: city, district, street, community')
    .option('--time-zone <zone>', 'its time zone', 'Asia/Shanghai')
    .option('--login <login>', 'sign-in name of the first administrator')
    .option('--name <name>', 'name of the first administrator')
    .option('--password-file <file>', 'file with the first password; asked for otherwise')
    .action(ends(async (options) => (await import('./setup.ts')).setupCommand(options)))
  linli
    .command('serve')
    .description('start the server (npm start does the same)')
    .action(ends(async () => (await import('./serve.ts')).serveCommand()))
  linli
    .command('migrate')
    .description('bring the database up to date')
    .option('--print', 'write the schema as it is now to db/schema.sql')
    .action(ends(async (options) => (await import('./migrate.ts')).migrateCommand(options)))
  linli
    .command('demo')
    .description('fill an empty database with the demo world')
    .option('--seed <text>', 'another seed gives another world', 'linli')
    .option('--play', 'let the day play on')
    .action(ends(async (options) => (await import('./demo.ts')).demoCommand(options)))
}

function addImports(linli: Command): void {
  const imports = linli
    .command('import')
    .description('areas, cases and answers from files of other systems')
  imports
    .command('areas <file>')
    .description('divisions from CSV, or boundaries from GeoJSON; bad rows go to a rejects file')
    .option('--mapping <file>', 'which property holds the code, name and level (JSON)')
    .option('--crs <name>', 'wgs84, cgcs2000, gcj02 or bd09', 'wgs84')
    .option('--rejects <file>', 'where rejected rows go', 'rejects.csv')
    .option('--levels <file>', 'levels and code patterns of another country (JSON)')
    .option('--tree <name>', 'which tree the rows belong to', 'cn')
    .option('--from <date>', 'first day on which they hold')
    .option('--time-zone <zone>', 'time zone of areas without a parent')
    .option('--source <text>', 'where outlines come from, shown beside the map')
    .option('--schematic', 'say on the map that outlines are schematic')
    .option('--dry-run', 'judge everything, keep nothing')
    .action(
      ends(async (file, options) =>
        (await import('./import-areas.ts')).importAreasCommand(file, options),
      ),
    )
  imports
    .command('resources <file>')
    .description('what an area can draw on, from CSV or GeoJSON; may be run again')
    .requiredOption('--area <code>', 'the area that keeps what names no area of its own')
    .option('--mapping <file>', 'which column holds what, and what its words for kinds mean (JSON)')
    .option('--crs <name>', 'wgs84, cgcs2000, gcj02 or bd09', 'wgs84')
    .option('--system <name>', 'short name of the source, the same at every run', 'register')
    .option('--rejects <file>', 'where rejected rows go', 'rejects.csv')
    .option('--dry-run', 'judge everything, keep nothing')
    .action(
      ends(async (file, options) =>
        (await import('./import-resources.ts')).importResourcesCommand(file, options),
      ),
    )
  imports
    .command('cases <file>')
    .description('history of another system from CSV or xlsx; may be run again')
    .requiredOption('--mapping <file>', 'which column holds what (JSON)')
    .option('--rejects <file>', 'where rejected rows go', 'rejects.csv')
    .action(
      ends(async (file, options) =>
        (await import('./import-cases.ts')).importCasesCommand(file, options),
      ),
    )
  imports
    .command('answers <file>')
    .description('answers to a survey collected elsewhere, from CSV or xlsx; may be run again')
    .requiredOption('--survey <id>', 'the survey, from its address at the desk')
    .requiredOption('--mapping <file>', 'which column holds which question (JSON)')
    .option('--rejects <file>', 'where rejected rows go', 'rejects.csv')
    .action(
      ends(async (file, options) =>
        (await import('./import-answers.ts')).importAnswersCommand(file, options),
      ),
    )
}

function addOrders(linli: Command): void {
  const orders = linli
    .command('orders')
    .description('work orders of a hotline: in as a file, what became of them out')
  orders
    .command('import <file>')
    .description('CSV (UTF-8, UTF-16, GB 18030), xlsx or JSON; may be run again')
    .requiredOption('--area <code>', 'the street whose centre takes them in')
    .option(
      '--mapping <file>',
      'which column holds what (JSON); else as last time, or by its headings',
    )
    .option('--rejects <file>', 'where rejected rows go', 'rejects.csv')
    .option('--dry-run', 'judge everything, keep nothing')
    .action(
      ends(async (file, options) =>
        (await import('./orders.ts')).importOrdersCommand(file, options),
      ),
    )
  orders
    .command('export')
    .description('what there is to tell the hotline, from a serial on')
    .requiredOption('--area <code>', 'the street')
    .option('--after <serial>', 'the last serial that was told', '0')
    .option('--format <name>', 'csv or json', 'csv')
    .option('--to <file>', 'where it goes; else to standard output')
    .action(ends(async (options) => (await import('./orders.ts')).exportOrdersCommand(options)))
}

function addSuggestions(linli: Command): void {
  linli
    .command('train')
    .description('learn categories from labelled texts (CSV, xlsx), and say how well that held')
    .requiredOption('--from <file>', 'rows with a text and its category')
    .option('--text <heading...>', 'which column holds the text; several are joined')
    .option('--category <heading>', 'which column holds the category')
    .option('--to <file>', 'where the model goes', 'model.linli.gz')
    .option('--area <code>', 'use it at this area’s district instead of writing a file')
    .option('--rejects <file>', 'where rejected rows go', 'rejects.csv')
    .action(ends(async (options) => (await import('./train.ts')).trainCommand(options)))
  linli
    .command('classify')
    .description('suggest categories for the texts of a file, with confidence and reasons')
    .requiredOption('--from <file>', 'rows with a text; a category, if any, is compared')
    .option('--model <file>', 'a model that linli train wrote', 'model.linli.gz')
    .option('--area <code>', 'the model in use at this area instead of a file')
    .option('--text <heading...>', 'which column holds the text; several are joined')
    .option('--category <heading>', 'which column holds the category')
    .option('--to <file>', 'where the suggestions go', 'suggestions.csv')
    .option('--rejects <file>', 'where rejected rows go', 'rejects.csv')
    .action(ends(async (options) => (await import('./classify.ts')).classifyCommand(options)))
}

function addChecks(linli: Command): void {
  const check = linli
    .command('check')
    .description('compare the rules with vectors of right answers')
  check
    .command('clocks <file>')
    .description('deadlines; prints each difference and exits 1')
    .action(ends(async (file) => (await import('./check.ts')).checkClocksCommand(file)))
  check
    .command('figures <file>')
    .description('figures of the cockpit; prints each difference and exits 1')
    .action(ends(async (file) => (await import('./check.ts')).checkFiguresCommand(file)))
  check
    .command('survey [folder]')
    .description('a published survey made again from its raw answers, read from LINLI_SHARED')
    .action(ends(async (folder) => (await import('./check-survey.ts')).checkSurveyCommand(folder)))
  linli
    .command('verify')
    .description(
      'read the sealed journals again and name every row that was altered, removed or added',
    )
    .option('--files', 'read every photo, paper and voice note, too')
    .action(ends(async (options) => (await import('./verify.ts')).verifyCommand(options)))
}

function addKeeping(linli: Command): void {
  linli
    .command('backup <folder>')
    .description('database and photos into a folder; keys apart, into a folder of their own')
    .option('--keys-to <folder>', 'copy the keys there: never beside the backup')
    .action(
      ends(async (folder, options) => (await import('./backup.ts')).backupCommand(folder, options)),
    )
  linli
    .command('restore <folder>')
    .description('a backup into an empty database')
    .option('--keys-from <folder>', 'bring the keys back from there')
    .action(
      ends(async (folder, options) =>
        (await import('./restore.ts')).restoreCommand(folder, options),
      ),
    )
  const keys = linli.command('keys').description('the keys that seal names, numbers and files')
  keys
    .command('list')
    .description('each key, and how many values and files it still seals')
    .action(ends(async () => (await import('./keys.ts')).listKeysCommand()))
  keys
    .command('rotate')
    .description('a new key, and everything sealed anew with it; the server may go on')
    .option('--suite <name>', 'aes-256-gcm or sm4-ctr-hmac-sm3; else as before')
    .option('--continue', 'take up a run that was stopped: no further key')
    .action(ends(async (options) => (await import('./keys.ts')).rotateKeysCommand(options)))
  keys
    .command('seal-files')
    .description('files that still lie plain are sealed now instead of by night')
    .action(ends(async () => (await import('./keys.ts')).sealFilesCommand()))
  keys
    .command('renew-push')
    .description(
      'a new pair of keys towards push services; browsers that were told have to ask anew',
    )
    .action(ends(async () => (await import('./keys.ts')).renewPushCommand()))
  addRules(linli)
  linli
    .command('bench <name>')
    .description(
      'measure: lifecycle, intake, cockpit, routing, start, drill; both sides in one run',
    )
    .option('--json', 'one line of JSON instead of a table')
    .action(ends(async (name, options) => (await import('./bench.ts')).benchCommand(name, options)))
  linli
    .command('doctor')
    .description('look at everything that can be wrong, and say what to do')
    .action(ends(async () => (await import('./doctor.ts')).doctorCommand()))
}

function addRules(linli: Command): void {
  const rules = linli.command('rules').description('the rules of a place as a file')
  rules
    .command('export')
    .description('amounts, hours, days and categories in force at an area today (JSON)')
    .requiredOption('--area <code>', 'the area')
    .option('--to <file>', 'where it goes; else rules-CODE.json')
    .action(ends(async (options) => (await import('./rules.ts')).exportRulesCommand(options)))
  rules
    .command('import <file>')
    .description(
      'set everything in which a file of rules differs, from a day on: all of it or none',
    )
    .requiredOption('--area <code>', 'the area it is to hold for')
    .option('--from <date>', 'the first day on which it holds; else today')
    .option('--reason <text>', 'why: it stays beside each value')
    .option('--dry-run', 'say what would change, keep nothing')
    .action(
      ends(async (file, options) => (await import('./rules.ts')).importRulesCommand(file, options)),
    )
}

/** Troubles that have a sentence are said as one; anything else keeps its stack. */
function tell(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : wrong
  const plain = error instanceof Error && (error.name !== 'Error' || error.stack === undefined)
  const said = error instanceof Error && (plain || /[.!…]$/.test(error.message))
  process.stderr.write(
    `${said ? error.message : error instanceof Error ? error.stack : String(error)}\n`,
  )
  return error instanceof Error && error.name === 'ConfigTrouble' ? wrong : 1
}

try {
  await program().parseAsync(process.argv)
} catch (error) {
  process.exitCode = tell(error)
}
