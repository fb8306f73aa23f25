/** Exact fractions, written as the formulas are read: a second opinion on `dueHours`, sharing no code with it. */
class Fraction {
  readonly n: bigint;
  readonly d: bigint;

  constructor(n: bigint, d = 1n) {
    this.n = d < 0n ? -n : n;
    this.d = d < 0n ? -d : d;
  }

  static of(n: number, d = 1): Fraction {
    return new Fraction(BigInt(n), BigInt(d));
  }

  times(other: Fraction): Fraction {
    return new Fraction(this.n * other.n, this.d * other.d);
  }

  over(other: Fraction): Fraction {
    return new Fraction(this.n * other.d, this.d * other.n);
  }

  minus(other: Fraction): Fraction {
    return new Fraction(this.n * other.d - other.n * this.d, this.d * other.d);
  }

  isBelow(other: Fraction): boolean {
    return this.n * other.d < other.n * this.d;
  }

  floor(): number {
    const quotient = this.n / this.d;
    return Number(this.n < 0n && quotient * this.d !== this.n ? quotient - 1n : quotient);
  }

  halfUp(): number {
    return new Fraction(this.n * 2n + this.d, this.d * 2n).floor();
  }
}

const euros = (cents: number) => Fraction.of(cents, 100);
const share = (bps: number) => Fraction.of(bps, 10_000);
const hours = (centihours: number) => Fraction.of(centihours, 100);

interface Inputs {
  mode: string;
  [name: string]: unknown;
}

export function naiveDueHours(target: Inputs): number {
  const of = (name: string) => Number(target[name]);
  if (target.mode === 'fixed') return of('hours');
  if (target.mode === 'offered') return of('offeredHours') > of('floorHours') ? of('offeredHours') : of('floorHours');
  if (target.mode === 'per_year')
    return Fraction.of(of('hoursPerYear'))
      .times(Fraction.of(of('months'), 12))
      .halfUp();
  if (target.mode === 'percent_hours')
    return share(of('effortBps'))
      .times(hours(of('workedCentihours')))
      .halfUp();
  if (target.mode === 'labour_share') {
    return euros(of('amountCents'))
      .times(share(of('labourShareBps')))
      .over(euros(of('hourlyCostCents')))
      .times(share(of('effortBps')))
      .halfUp();
  }
  if (target.mode === 'per_tranche') {
    const [invoiced, trigger, step] = [of('invoicedCents'), of('triggerCents'), of('stepCents')].map(euros);
    if (!invoiced || !trigger || !step || invoiced.isBelow(trigger)) return 0;
    return (target.trigger === 'cliff' ? invoiced : invoiced.minus(trigger)).over(step).floor();
  }
  const [a, c, s] = [
    euros(of('amountCents')),
    euros(of('hourlyCostCents')),
    hours(of('transferredCentihoursPerMonth')),
  ];
  const p = Fraction.of(1).minus(s.times(c).over(a.over(Fraction.of(of('months')))));
  if (!Fraction.of(0).isBelow(p)) return 0;
  const h = p
    .times(a)
    .over(c)
    .times(share(of('effortBps')));
  return h.isBelow(Fraction.of(150)) ? 0 : h.halfUp();
}
