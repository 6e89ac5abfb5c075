package io.agenticraft.anthropic;

import io.agenticraft.json.JsonReader;
import io.agenticraft.model.Usage;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Collects {@code usage} objects: a stream sends two, whose counts are totals, so the later value of each field holds.
 * Anthropic's {@code input_tokens} lack those that the cache read and wrote; here they are added.
 */
final class MessagesUsage {
    private @Nullable Long input;
    private @Nullable Long output;
    private @Nullable Long cacheRead;
    private @Nullable Long cacheWrite;
    private @Nullable Long thinking;
    private @Nullable String serviceTier;

    void read(JsonReader json) throws IOException {
        for (boolean in = json.enterObject(); in && json.nextField(); ) {
            switch (json.field()) {
                case "input_tokens" -> input = later(input, json.count());
                case "output_tokens" -> output = later(output, json.count());
                case "cache_read_input_tokens" -> cacheRead = later(cacheRead, json.count());
                case "cache_creation_input_tokens" -> cacheWrite = later(cacheWrite, json.count());
                case "output_tokens_details" -> readDetails(json);
                case "service_tier" -> serviceTier = json.text();
                default -> json.skip();
            }
        }
    }

    private void readDetails(JsonReader json) throws IOException {
        for (boolean in = json.enterObject(); in && json.nextField(); ) {
            if (json.field().equals("thinking_tokens")) {
                thinking = later(thinking, json.count());
            } else {
                json.skip();
            }
        }
    }

    private static @Nullable Long later(@Nullable Long before, @Nullable Long now) {
        return now == null ? before : now;
    }

    private static long orZero(@Nullable Long value) {
        return value == null ? 0 : value;
    }

    @Nullable
    String serviceTier() {
        return serviceTier;
    }

    Usage toUsage() {
        Long all = input == null ? null : Long.valueOf(input + orZero(cacheRead) + orZero(cacheWrite));
        return new Usage(all, output, cacheRead, cacheWrite, thinking);
    }
}
