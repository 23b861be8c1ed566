/** An exact rational number: what a person computes on paper, with rounding only where it is asked for. */
export class Fraction {
  readonly over: bigint;
  readonly under: bigint;

  constructor(over: bigint, under = 1n) {
    if (under <= 0n) throw new RangeError(`a fraction over ${under}`);
    this.over = over;
    this.under = under;
  }

  static sum(parts: readonly Fraction[]): Fraction {
    return parts.reduce((sum, part) => sum.plus(part), new Fraction(0n));
  }

  plus(other: Fraction): Fraction {
    return new Fraction(this.over * other.under + other.over * this.under, this.under * other.under);
  }

  minus(other: Fraction): Fraction {
    return this.plus(new Fraction(-other.over, other.under));
  }

  times(other: Fraction): Fraction {
    return new Fraction(this.over * other.over, this.under * other.under);
  }

  dividedBy(other: Fraction): Fraction {
    const sign = other.over < 0n ? -1n : 1n;
    return new Fraction(sign * this.over * other.under, sign * other.over * this.under);
  }

  /** The largest whole number that is not above. */
  floor(): bigint {
    const whole = this.over / this.under;
    return this.over % this.under < 0n ? whole - 1n : whole;
  }

  /** The smallest whole number that is not below. */
  ceil(): bigint {
    return -new Fraction(-this.over, this.under).floor();
  }
}
