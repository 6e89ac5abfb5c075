package io.agenticraft.batch;

import io.agenticraft.agent.RunResult;
import java.util.Objects;

/** What results say. */
final class Texts {
    private Texts() {}

    /** The result's text, or the failure's class and words. */
    static String of(BatchResult result) {
        RunResult run = result.result();
        return run != null
                ? run.text()
                : Objects.requireNonNull(result.failure()).toString();
    }
}
