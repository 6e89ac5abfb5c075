package io.agenticraft.benchmark.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agenticraft.benchmark.measure.Distribution;
import io.agenticraft.benchmark.measure.Interval;
import io.agenticraft.benchmark.measure.Quantile;
import io.agenticraft.benchmark.measure.Recording;
import io.agenticraft.benchmark.measure.Report;
import io.agenticraft.benchmark.measure.Result;
import io.agenticraft.benchmark.measure.Switching;
import io.agenticraft.benchmark.measure.TablesReport;
import org.jspecify.annotations.Nullable;

final class JsonWriter implements ReportWriter {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Override
    public String write(Report report) {
        return text(report(report));
    }

    static String tables(TablesReport tables) {
        ObjectNode json = report(tables.responses());
        ArrayNode switching = json.putArray("switching");
        for (Switching one : tables.switching()) {
            ObjectNode costs = switching.addObject();
            costs.put("target", one.target());
            costs.put("trouble", one.trouble());
            costs.set("creationMs", distribution(one.creation()));
            costs.set("switchMs", distribution(one.switching()));
            costs.set("credentialValidationMs", distribution(one.validation()));
            costs.set("firstCallMs", distribution(one.firstCall()));
            costs.set("laterCallsMs", distribution(one.laterCalls()));
        }
        return text(json);
    }

    private static String text(ObjectNode json) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of nodes cannot be written", e);
        }
    }

    private static ObjectNode report(Report report) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("against", report.against().label());
        json.put("startedAt", report.startedAt().toString());
        json.put("complete", report.complete());
        ObjectNode settings = json.putObject("settings");
        report.settings().forEach(settings::put);
        ArrayNode results = json.putArray("results");
        report.results().forEach(result -> results.add(result(result)));
        return json;
    }

    private static ObjectNode result(Result result) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("provider", result.provider());
        json.put("model", result.model());
        json.put("endpoint", result.endpoint());
        json.put("streamed", result.streamed());
        json.put("complete", result.complete());
        json.put("trouble", result.trouble());
        json.put("elapsedSeconds", result.elapsed().toNanos() / 1e9);
        json.put("answersPerSecond", result.answersPerSecond());
        json.put("outputTokensPerSecond", result.tokensPerSecond());
        json.put("unsent", result.unsent());
        put(json, result.total());
        ArrayNode prompts = json.putArray("byPrompt");
        result.byPrompt().forEach((prompt, recording) -> put(prompts.addObject().put("prompt", prompt), recording));
        return json;
    }

    private static void put(ObjectNode json, Recording of) {
        json.put("requests", of.requests());
        json.put("answers", of.answers());
        json.put("errors", of.errors());
        ObjectNode failures = json.putObject("errorsByType");
        of.failures().forEach((type, some) -> failures.put(type, some.count()));
        json.put("inputTokens", of.inputTokens());
        json.put("outputTokens", of.outputTokens());
        json.put("usd", of.usd());
        json.set("latencyMs", distribution(of.latency()));
        json.set("serviceMs", distribution(of.service()));
        json.set("firstTokenMs", distribution(of.firstToken()));
        json.set("interTokenMs", distribution(of.interToken()));
        json.set("tokensPerSecond", distribution(of.tokensPerSecond()));
    }

    private static ObjectNode distribution(Distribution of) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("n", of.count());
        json.put("mean", of.mean());
        json.put("min", of.min());
        json.put("max", of.max());
        for (Quantile quantile : Quantile.values()) {
            json.put(quantile.label(), of.quantile(quantile));
        }
        ObjectNode intervals = json.putObject("intervals95");
        for (Quantile quantile : Quantile.values()) {
            intervals.set(quantile.label(), pair(of.interval(quantile)));
        }
        return json;
    }

    private static @Nullable ArrayNode pair(@Nullable Interval interval) {
        return interval == null
                ? null
                : MAPPER.createArrayNode().add(interval.low()).add(interval.high());
    }
}
