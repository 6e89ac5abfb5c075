package com.example.supportdesk;

import io.agenticraft.tool.Schema;
import io.agenticraft.tool.Tool;
import java.util.List;

/** What the desk's model may ask the shop. */
final class SupportTools {
    private SupportTools() {}

    static List<Tool> all() {
        Orders orders = new Orders();
        RefundPolicy policy = new RefundPolicy();
        return List.of(lookupOrder(orders), refundPolicy(policy));
    }

    private static Tool lookupOrder(Orders orders) {
        return Tool.of(
                "lookup_order",
                "What somebody ordered and where it is.",
                Schema.object().string("order", "the order's number").required(),
                arguments -> orders.lookUp(arguments.string("order")).describe());
    }

    private static Tool refundPolicy(RefundPolicy policy) {
        return Tool.of(
                "refund_policy",
                "Whether goods may be returned.",
                Schema.object().integer("days", "days since the purchase").required(),
                arguments -> policy.forDays(arguments.integer("days")));
    }
}
