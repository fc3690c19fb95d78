(module
  (memory (export "m") 1)
  ;; Every row of bits from $a on ($down of them) with every row from $b on ($across), $bytes of each, $stride apart:
  ;; adds to the doubles at $out, three a cell: bits set in both, times $weight, times $weight squared.
  (func (export "count") (param $a i32) (param $down i32) (param $b i32) (param $across i32)
        (param $stride i32) (param $bytes i32) (param $out i32) (param $weight f64)
        (local $p i32) (local $q i32) (local $end i32) (local $left i32) (local $sum i64) (local $n f64)
    (loop $rows
      (local.set $left (local.get $across))
      (local.set $q (local.get $b))
      (loop $columns
        (local.set $p (local.get $a))
        (local.set $end (i32.add (local.get $a) (local.get $bytes)))
        (local.set $sum (i64.const 0))
        (loop $words
          (local.set $sum (i64.add (local.get $sum) (i64.add
            (i64.add (i64.popcnt (i64.and (i64.load (local.get $p)) (i64.load (local.get $q))))
                     (i64.popcnt (i64.and (i64.load offset=8 (local.get $p)) (i64.load offset=8 (local.get $q)))))
            (i64.add (i64.popcnt (i64.and (i64.load offset=16 (local.get $p)) (i64.load offset=16 (local.get $q))))
                     (i64.popcnt (i64.and (i64.load offset=24 (local.get $p)) (i64.load offset=24 (local.get $q))))))))
          (local.set $q (i32.add (local.get $q) (i32.const 32)))
          (br_if $words (i32.lt_u (local.tee $p (i32.add (local.get $p) (i32.const 32))) (local.get $end))))
        (local.set $n (f64.convert_i64_u (local.get $sum)))
        (f64.store (local.get $out) (f64.add (f64.load (local.get $out)) (local.get $n)))
        (f64.store offset=8 (local.get $out) (f64.add (f64.load offset=8 (local.get $out))
          (local.tee $n (f64.mul (local.get $n) (local.get $weight)))))
        (f64.store offset=16 (local.get $out) (f64.add (f64.load offset=16 (local.get $out))
          (f64.mul (local.get $n) (local.get $weight))))
        (local.set $out (i32.add (local.get $out) (i32.const 24)))
        (local.set $q (i32.add (local.get $q) (i32.sub (local.get $stride) (local.get $bytes))))
        (br_if $columns (local.tee $left (i32.sub (local.get $left) (i32.const 1)))))
      (local.set $a (i32.add (local.get $a) (local.get $stride)))
      (br_if $rows (local.tee $down (i32.sub (local.get $down) (i32.const 1)))))))
