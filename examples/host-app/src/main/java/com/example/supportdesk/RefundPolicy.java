package com.example.supportdesk;

/** The shop's rule for returned goods. */
final class RefundPolicy {
    private static final int DAYS = 30;

    String forDays(int daysSincePurchase) {
        return daysSincePurchase <= DAYS
                ? "Goods may be returned within " + DAYS + " days for a full refund"
                : "After " + DAYS + " days the shop repairs goods but returns no money";
    }
}
