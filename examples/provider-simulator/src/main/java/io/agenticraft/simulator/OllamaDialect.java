package io.agenticraft.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.vertx.core.MultiMap;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Ollama's chat, and its generate, which differs only in where the text stands. */
final class OllamaDialect implements Dialect {

    /** What loading a model that is loaded already takes. */
    private static final long LOAD_NANOS = 1_000_000;

    private final boolean chat;

    private OllamaDialect(boolean chat) {
        this.chat = chat;
    }

    static OllamaDialect chat() {
        return new OllamaDialect(true);
    }

    static OllamaDialect generate() {
        return new OllamaDialect(false);
    }

    @Override
    public String name() {
        return "ollama";
    }

    @Override
    public @Nullable String key(MultiMap headers) {
        return Keys.bearer(headers);
    }

    @Override
    public boolean keyRequired() {
        return false;
    }

    @Override
    public Call parse(JsonNode body, MultiMap headers) {
        return new OllamaRequest(body).parse();
    }

    @Override
    public String toolIdPrefix() {
        return "call_";
    }

    @Override
    public Map<String, String> headers(String requestId, @Nullable Quota quota, Instant now) {
        return Map.of();
    }

    @Override
    public String plain(Turn turn) {
        Answer answer = turn.answer();
        ObjectNode body = start(turn);
        ObjectNode message = chat ? body.putObject("message").put("role", "assistant") : body;
        message.put(textField(), answer.wholeText());
        if (!answer.reasoning().isEmpty()) {
            message.put("thinking", answer.wholeReasoning());
        }
        if (!answer.invocations().isEmpty()) {
            message.set("tool_calls", calls(answer));
        }
        return Json.write(end(body, turn));
    }

    @Override
    public void stream(Turn turn, Frames frames) {
        StringBuilder out = frames.text();
        String start = Json.write(start(turn));
        String head = start.substring(0, start.length() - 1) + (chat ? ",\"message\":{\"role\":\"assistant\"," : ",");
        String tail = (chat ? "}" : "") + ",\"done\":false}\n";
        for (String token : turn.answer().reasoning()) {
            out.append(head).append('"').append(textField()).append("\":\"\",\"thinking\":");
            Json.quote(token, out);
            out.append(tail);
            frames.mark();
        }
        for (String token : turn.answer().text()) {
            out.append(head).append('"').append(textField()).append("\":");
            Json.quote(token, out);
            out.append(tail);
            frames.mark();
        }
        if (!turn.answer().invocations().isEmpty()) {
            // Calls are never cut into pieces here.
            out.append(head).append('"').append(textField()).append("\":\"\",\"tool_calls\":");
            out.append(Json.write(calls(turn.answer()))).append(tail);
            frames.mark();
        }
        ObjectNode last = start(turn);
        (chat ? last.putObject("message").put("role", "assistant") : last).put(textField(), "");
        out.append(Json.write(end(last, turn))).append('\n');
    }

    private String textField() {
        return chat ? "content" : "response";
    }

    private static ObjectNode start(Turn turn) {
        return Json.object()
                .put("model", turn.call().model())
                .put("created_at", turn.created().toString());
    }

    private static ArrayNode calls(Answer answer) {
        ArrayNode calls = Json.MAPPER.createArrayNode();
        for (Answer.Invocation invocation : answer.invocations()) {
            ObjectNode call = calls.addObject().put("id", invocation.id());
            ObjectNode function = call.putObject("function");
            function.put("index", calls.size() - 1).put("name", invocation.name());
            function.putRawValue("arguments", new RawValue(invocation.arguments()));
        }
        return calls;
    }

    private static ObjectNode end(ObjectNode body, Turn turn) {
        Answer.Usage usage = turn.answer().usage();
        long prompt = Math.max(1, turn.firstNanos());
        long answer = Math.max(1, turn.nanos() - turn.firstNanos());
        return body.put("done", true)
                .put("done_reason", turn.answer().finish() == Answer.Finish.LENGTH ? "length" : "stop")
                .put("total_duration", LOAD_NANOS + prompt + answer)
                .put("load_duration", LOAD_NANOS)
                .put("prompt_eval_count", usage.prompt())
                .put("prompt_eval_duration", prompt)
                .put("eval_count", usage.output())
                .put("eval_duration", answer);
    }

    @Override
    public String streamContentType() {
        return "application/x-ndjson";
    }

    @Override
    public HttpReply error(Rejection rejection, String requestId, Instant now) {
        Map<String, String> headers = new LinkedHashMap<>();
        Duration after = rejection.retryAfter();
        if (!after.isZero()) {
            headers.put(
                    "retry-after",
                    Long.toString(Math.max(1, after.plusMillis(999).toSeconds())));
        }
        int status = rejection.fault().late() ? 500 : rejection.fault().status();
        return new HttpReply(status, headers, body(rejection));
    }

    private static String body(Rejection rejection) {
        boolean model = rejection.fault() == Fault.NOT_FOUND && rejection.subject() != null;
        String message = model ? "model '" + rejection.subject() + "' not found" : rejection.reason();
        return Json.write(Json.object().put("error", message));
    }

    @Override
    public String streamError(Rejection rejection, String requestId) {
        return body(rejection) + "\n";
    }

    @Override
    public String malformedPiece() {
        return "{\"model\":\"x\",\"message\":{\"role\":\"assistant\",\"content\":\n";
    }
}
