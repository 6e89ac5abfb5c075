package io.agenticraft.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Decides what the model says to a call: what it was told to, else tool calls, JSON or a sentence of its own. */
final class Answerer {

    private static final int MAX_ECHO = 200;
    private static final int TOKENS_PER_CALL = 4;

    private final SimulatorOptions options;

    Answerer(SimulatorOptions options) {
        this.options = options;
    }

    /**
     * Makes the answer.
     *
     * @param scripted the script's reply, or null
     */
    Answer answer(Call call, @Nullable Reply scripted, Directives directives, String idPrefix, RandomGenerator random) {
        List<Answer.Invocation> invocations = new ArrayList<>();
        for (Reply.ToolUse use : uses(call, scripted, directives)) {
            invocations.add(
                    new Answer.Invocation(idPrefix + Ids.next(random), use.name(), Json.write(arguments(use, call))));
        }
        Ending text = Ending.of(words(call, scripted, directives, !invocations.isEmpty()), call.limits());
        List<String> thoughts = thoughts(call, scripted);
        Answer.Finish finish = invocations.isEmpty() ? text.finish() : Answer.Finish.TOOLS;
        return new Answer(
                thoughts,
                text.tokens(),
                invocations,
                finish,
                text.stop(),
                usage(call, directives, thoughts, text, invocations));
    }

    private static List<Reply.ToolUse> uses(Call call, @Nullable Reply scripted, Directives directives) {
        if (scripted != null) {
            return scripted.tools();
        }
        if (directives.text() != null || !call.conversation().outcomes().isEmpty()) {
            return List.of();
        }
        return ToolPick.from(call.toolbox(), call.conversation().user()).stream()
                .map(offer -> Reply.ToolUse.of(offer.name()))
                .toList();
    }

    private static Object arguments(Reply.ToolUse use, Call call) {
        if (use.arguments() != null) {
            return use.arguments();
        }
        JsonNode schema = call.toolbox().offers().stream()
                .filter(offer -> offer.name().equals(use.name()))
                .map(Call.Offer::schema)
                .findFirst()
                .orElse(Json.object());
        return SchemaExample.of(schema, call.conversation().user());
    }

    private List<String> words(Call call, @Nullable Reply scripted, Directives directives, boolean callsTools) {
        int length = directives.tokens(options.answerTokens());
        if (directives.text() != null) {
            return Tokens.split(directives.text());
        }
        if (scripted != null && (scripted.text() != null || callsTools)) {
            return scripted.text() == null ? List.of() : Tokens.split(scripted.text());
        }
        if (callsTools) {
            return List.of();
        }
        if (call.form().json()) {
            JsonNode schema = call.form().schema();
            String user = call.conversation().user();
            return Tokens.split(Json.write(
                    schema == null ? Json.object().put("answer", echo(user)) : SchemaExample.of(schema, user)));
        }
        return length > 0 ? Filler.tokens(length) : Tokens.split(sentence(call.conversation()));
    }

    private static String sentence(Call.Conversation conversation) {
        List<Call.Outcome> outcomes = conversation.outcomes();
        if (outcomes.isEmpty()) {
            return "This is a simulated answer to: " + echo(conversation.user());
        }
        StringBuilder text = new StringBuilder();
        for (Call.Outcome outcome : outcomes) {
            text.append(text.isEmpty() ? "" : " ")
                    .append("The tool ")
                    .append(outcome.tool())
                    .append(" says: ");
            text.append(echo(outcome.content()));
        }
        return text.toString();
    }

    private static String echo(String text) {
        return text.length() <= MAX_ECHO ? text : text.substring(0, text.offsetByCodePoints(0, MAX_ECHO / 2)) + "…";
    }

    private static List<String> thoughts(Call call, @Nullable Reply scripted) {
        if (scripted != null && scripted.reasoning() != null) {
            return Tokens.split(scripted.reasoning());
        }
        return call.reasoning()
                ? Tokens.split("The user wants an answer to: "
                        + echo(call.conversation().user()) + " I will keep it short.")
                : List.of();
    }

    private Answer.Usage usage(
            Call call, Directives directives, List<String> thoughts, Ending text, List<Answer.Invocation> invocations) {
        int output = thoughts.size() + text.tokens().size();
        for (Answer.Invocation invocation : invocations) {
            output += TOKENS_PER_CALL + Tokens.count(invocation.name()) + Tokens.count(invocation.arguments());
        }
        int prompt = call.conversation().tokens();
        int cached = Math.min(prompt, directives.cached((int) (prompt * options.cachedShare())));
        return new Answer.Usage(prompt, cached, output, thoughts.size());
    }
}
