package io.agenticraft.benchmark.load;

import io.agenticraft.benchmark.measure.Recording;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is recorded of one model: in all, and by prompt where there are no more than {@value #MOST_PROMPTS}. */
final class Recordings {
    /** Each takes some 100 kB, and of more nobody reads a line each. */
    static final int MOST_PROMPTS = 100;

    private final Recording total = new Recording();
    private final List<String> prompts;
    private final Map<String, Recording> byPrompt = new LinkedHashMap<>();

    Recordings(List<String> prompts) {
        this.prompts = prompts;
        List<String> different =
                prompts.stream().distinct().limit(MOST_PROMPTS + 1L).toList();
        if (different.size() <= MOST_PROMPTS) {
            different.forEach(prompt -> byPrompt.put(prompt, new Recording()));
        }
    }

    void add(Sender.Done done) {
        add(done, total);
        Recording ofPrompt = byPrompt.get(prompts.get(done.prompt()));
        if (ofPrompt != null) {
            add(done, ofPrompt);
        }
    }

    private static void add(Sender.Done done, Recording recording) {
        if (done.failure() != null) {
            recording.failed(Errors.type(done.failure()), Errors.message(done.failure()));
        } else if (done.spent() != null) {
            recording.answered(done.watch(), done.spent());
        }
    }

    Recording total() {
        return total;
    }

    Map<String, Recording> byPrompt() {
        return byPrompt;
    }
}
