package io.agenticraft.stats;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes a snapshot as JSON. */
final class StatsJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private StatsJson() {}

    static String json(StatsSnapshot snapshot) {
        ObjectNode root = NODES.objectNode();
        root.put("taken", snapshot.taken().toString());
        number(root, "covers_seconds", snapshot.covers().toNanos() * 1e-9);
        snapshot.series().forEach(one -> root.withArray("/series").add(series(one)));
        root.set("total", series(snapshot.total()));
        return root.toString();
    }

    private static ObjectNode series(SeriesStats one) {
        ObjectNode node = NODES.objectNode();
        if (!one.key().equals(SeriesKey.TOTAL)) {
            node.put("provider", one.key().provider());
            node.put("model", one.key().model());
            node.put("agent", one.key().agent().isEmpty() ? null : one.key().agent());
        }
        node.put("requests", one.requests());
        node.put("succeeded", one.succeeded());
        node.put("failed", one.failed());
        node.put("cancelled", one.cancelled());
        number(node, "success_rate", one.successRate());
        ObjectNode errors = node.putObject("errors");
        one.errors().forEach(errors::put);
        number(node, "average_latency_ms", one.averageLatency());
        number(node, "average_failure_ms", one.averageFailureTime());
        node.set("latency_ms", distribution(one.latency()));
        node.set("first_token_ms", distribution(one.firstToken()));
        node.set("inter_chunk_ms", distribution(one.interChunk()));
        node.set("tokens_per_second", distribution(one.tokensPerSecond()));
        tokens(node.putObject("tokens"), one);
        number(node, "cost_usd", one.cost());
        node.put("cost_unknown", one.unpriced());
        return node;
    }

    private static void tokens(ObjectNode node, SeriesStats one) {
        node.put("input", one.inputTokens());
        node.put("output", one.outputTokens());
        node.put("cache_read", one.cacheReadTokens());
        node.put("cache_write", one.cacheWriteTokens());
        node.put("reasoning", one.reasoningTokens());
        number(node, "per_request", one.tokensPerRequest());
    }

    private static ObjectNode distribution(Distribution values) {
        ObjectNode node = NODES.objectNode();
        node.put("count", values.count());
        number(node, "mean", values.mean());
        number(node, "p50", values.p50());
        number(node, "p95", values.p95());
        number(node, "p99", values.p99());
        number(node, "max", values.max());
        return node;
    }

    private static void number(ObjectNode node, String name, double value) {
        if (Double.isNaN(value)) {
            node.putNull(name);
        } else {
            node.put(name, value);
        }
    }
}
