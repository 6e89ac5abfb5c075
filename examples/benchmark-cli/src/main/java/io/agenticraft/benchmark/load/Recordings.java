package io.agenticraft.benchmark.load;

import io.agenticraft.benchmark.measure.Recording;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What is recorded of one model: in all, and by prompt. */
final class Recordings {
    private final Recording total = new Recording();
    private final List<String> prompts;
    private final Map<String, Recording> byPrompt = new LinkedHashMap<>();

    Recordings(List<String> prompts) {
        this.prompts = prompts;
        prompts.forEach(prompt -> byPrompt.put(prompt, new Recording()));
    }

    void add(Sender.Done done) {
        Recording ofPrompt = Objects.requireNonNull(byPrompt.get(prompts.get(done.prompt())));
        if (done.failure() != null) {
            String type = Errors.type(done.failure());
            String message = Errors.message(done.failure());
            total.failed(type, message);
            ofPrompt.failed(type, message);
        } else if (done.spent() != null) {
            total.answered(done.watch(), done.spent());
            ofPrompt.answered(done.watch(), done.spent());
        }
    }

    Recording total() {
        return total;
    }

    Map<String, Recording> byPrompt() {
        return byPrompt;
    }
}
