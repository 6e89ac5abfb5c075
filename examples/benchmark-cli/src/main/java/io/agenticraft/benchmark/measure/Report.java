package io.agenticraft.benchmark.measure;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * All that one start of the program measured.
 *
 * @param against what was measured: {@code live} or {@code simulator}, never both
 * @param startedAt when it began
 * @param settings how it was measured, for people, in order
 * @param results one per model
 * @param complete false if it was interrupted
 */
public record Report(
        Against against, Instant startedAt, Map<String, String> settings, List<Result> results, boolean complete) {

    public Report {
        results = List.copyOf(results);
    }

    /** What stands at the other end. */
    public enum Against {
        LIVE("live", "live providers"),
        SIMULATOR(
                "simulator",
                "the embedded simulator, which has no model behind it: these are not figures of the providers");

        private final String label;
        private final String sentence;

        Against(String label, String sentence) {
            this.label = label;
            this.sentence = sentence;
        }

        public String label() {
            return label;
        }

        /** For people, after "Measured against". */
        public String sentence() {
            return sentence;
        }
    }
}
