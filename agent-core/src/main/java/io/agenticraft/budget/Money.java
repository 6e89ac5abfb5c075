package io.agenticraft.budget;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Sums of money in billionths of a dollar: whole numbers, which add up however often. */
final class Money {
    private static final double NANOS_PER_USD = 1e9;

    private Money() {}

    /** Rounded up, so that nothing is too cheap to count. */
    static long nanos(double usd) {
        return (long) Math.ceil(usd * NANOS_PER_USD - 1e-3);
    }

    static long nanos(BigDecimal usd) {
        return usd.movePointRight(9).setScale(0, RoundingMode.DOWN).longValueExact();
    }

    /** Such as {@code 0.0125 USD}. */
    static String text(long nanos) {
        return BigDecimal.valueOf(nanos, 9).stripTrailingZeros().toPlainString() + " USD";
    }
}
