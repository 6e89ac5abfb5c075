package io.agenticraft.simulator;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** A simple option as flags and configuration files have it: under the same name, written the same way. */
enum Setting {
    HOST("ADDRESS", "Address to listen on. Default: 127.0.0.1.", SimulatorOptions.Builder::host),
    PORT(
            "PORT",
            "Port to listen on; 0 for any free one. Default: 8089.",
            (builder, text) -> builder.port(Integer.parseInt(text))),
    EVENT_LOOPS(
            "N",
            "Threads that serve. Default: one per processor, at most four.",
            (builder, text) -> builder.eventLoops(Integer.parseInt(text))),
    SEED("N", "Where all randomness comes from. Default: 1.", (builder, text) -> builder.seed(Long.parseLong(text))),
    MODELS(
            "NAMES",
            "The only known models, with commas. Default: any whose name does not begin with 'unknown'.",
            (builder, text) -> builder.models(list(text))),
    FIRST_TOKEN(
            "LATENCY",
            "Time until the first token: 0, 80ms, uniform:50ms..200ms or lognormal:300ms,0.5. Default: 0.",
            (builder, text) -> builder.firstToken(Latency.parse(text))),
    BETWEEN_TOKENS(
            "LATENCY",
            "Time between two tokens, written likewise. Default: 0.",
            (builder, text) -> builder.betweenTokens(Latency.parse(text))),
    TOKENS_PER_SECOND(
            "RATE", "The same as a steady rate.", (builder, text) -> builder.tokensPerSecond(Double.parseDouble(text))),
    ANSWER_TOKENS(
            "N",
            "Length of invented texts. Default: 0, a sentence that repeats the question.",
            (builder, text) -> builder.answerTokens(Integer.parseInt(text))),
    CACHED_SHARE(
            "SHARE",
            "Part of every prompt that counts as cached, 0 to 1. Default: 0.",
            (builder, text) -> builder.cachedShare(Double.parseDouble(text))),
    REQUESTS_PER_MINUTE(
            "N",
            "Requests that a key may send in a minute. Default: 0, any number.",
            (builder, text) -> builder.requestsPerMinute(Long.parseLong(text))),
    TOKENS_PER_MINUTE(
            "N",
            "Tokens that a key may use in a minute, in and out. Default: 0, any number.",
            (builder, text) -> builder.tokensPerMinute(Long.parseLong(text))),
    ERRORS(
            "SHARES",
            "Share of requests that fail, by error, such as 429:0.05,500:0.01. Default: none.",
            Setting::errors);

    private final String parameter;
    private final String description;

    @SuppressWarnings("ImmutableEnumChecker") // method references and lambdas that hold nothing
    private final BiConsumer<SimulatorOptions.Builder, String> setter;

    Setting(String parameter, String description, BiConsumer<SimulatorOptions.Builder, String> setter) {
        this.parameter = parameter;
        this.description = description;
        this.setter = setter;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String flag() {
        return "--" + key();
    }

    String parameter() {
        return parameter;
    }

    String description() {
        return description;
    }

    /** Sets it from its text; {@code IllegalArgumentException} that names the setting when it is not understood. */
    void apply(SimulatorOptions.Builder builder, String text) {
        try {
            setter.accept(builder, text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(key() + ": '" + text + "' is not a number", e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(key() + ": " + e.getMessage(), e);
        }
    }

    static Setting of(String key) {
        return Arrays.stream(values())
                .filter(setting -> setting.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown setting '" + key + "'; known: "
                        + Arrays.stream(values()).map(Setting::key).collect(Collectors.joining(", "))
                        + ", verbose, script"));
    }

    private static List<String> list(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    private static void errors(SimulatorOptions.Builder builder, String text) {
        for (String item : list(text)) {
            int colon = item.indexOf(':');
            if (colon < 0) {
                throw new IllegalArgumentException("'" + item + "' is not of the form ERROR:SHARE");
            }
            builder.fault(Fault.of(item.substring(0, colon)), Double.parseDouble(item.substring(colon + 1)));
        }
    }
}
