package io.agenticraft.simulator;

import java.util.List;

/** Writes an answer as OpenAI's data-only server-sent events. */
final class OpenAiStream {

    static final String FINGERPRINT = "fp_simulated";
    private static final int ARGUMENTS_PIECE = 8;

    private final Dialect.Turn turn;
    private final Frames frames;
    private final StringBuilder out;
    /** What is the same in every chunk: from {@code data:} to the list of choices, and what comes after that list. */
    private final String head;

    private final String tail;

    OpenAiStream(Dialect.Turn turn, Frames frames) {
        this.turn = turn;
        this.frames = frames;
        this.out = frames.text();
        this.head = "data: {\"id\":\"chatcmpl-" + turn.id() + "\",\"object\":\"chat.completion.chunk\",\"created\":"
                + turn.created().getEpochSecond() + ",\"model\":"
                + Json.write(Models.snapshot(turn.call().model()))
                + ",\"service_tier\":\"default\",\"system_fingerprint\":\"" + FINGERPRINT + "\",\"choices\":[";
        // Streams that were asked for the usage carry an empty one in every chunk but the last.
        this.tail = turn.call().streamUsage() ? "],\"usage\":null}\n\n" : "]}\n\n";
    }

    void write() {
        Answer answer = turn.answer();
        everyChoice("{\"role\":\"assistant\",\"content\":" + (answer.text().isEmpty() ? "null" : "\"\"")
                + ",\"refusal\":null}");
        for (String token : answer.text()) {
            token(token);
        }
        List<Answer.Invocation> invocations = answer.invocations();
        for (int index = 0; index < invocations.size(); index++) {
            invocation(index, invocations.get(index));
        }
        for (int choice = 0; choice < turn.call().choices(); choice++) {
            chunk(choice, "{}", '"' + OpenAiDialect.finish(answer.finish()) + '"');
        }
        if (turn.call().streamUsage()) {
            String usage =
                    Json.write(OpenAiDialect.usage(answer.usage(), turn.call().choices()));
            out.append(head).append("],\"usage\":").append(usage).append("}\n\n");
        }
        out.append("data: [DONE]\n\n");
    }

    private void token(String token) {
        for (int choice = 0; choice < turn.call().choices(); choice++) {
            out.append(head).append("{\"index\":").append(choice).append(",\"delta\":{\"content\":");
            Json.quote(token, out);
            out.append("},\"logprobs\":null,\"finish_reason\":null}").append(tail);
        }
        frames.mark();
    }

    private void invocation(int index, Answer.Invocation invocation) {
        everyChoice("{\"tool_calls\":[{\"index\":" + index + ",\"id\":" + Json.write(invocation.id())
                + ",\"type\":\"function\",\"function\":{\"name\":" + Json.write(invocation.name())
                + ",\"arguments\":\"\"}}]}");
        for (String piece : Pieces.of(invocation.arguments(), ARGUMENTS_PIECE)) {
            everyChoice("{\"tool_calls\":[{\"index\":" + index + ",\"function\":{\"arguments\":" + Json.write(piece)
                    + "}}]}");
            frames.mark();
        }
    }

    private void everyChoice(String delta) {
        for (int choice = 0; choice < turn.call().choices(); choice++) {
            chunk(choice, delta, "null");
        }
    }

    private void chunk(int choice, String delta, String finish) {
        out.append(head)
                .append("{\"index\":")
                .append(choice)
                .append(",\"delta\":")
                .append(delta);
        out.append(",\"logprobs\":null,\"finish_reason\":")
                .append(finish)
                .append('}')
                .append(tail);
    }
}
