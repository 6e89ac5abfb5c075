package io.agenticraft.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.benchmark.measure.Quantile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What README.md says is there, is there. */
class ReadmeTest {
    private static final Pattern OPTION = Pattern.compile("--[a-z][a-z-]+");

    @Test
    void options_areThoseOfTheProgram() throws Exception {
        CommandRun run = new CommandRun();
        assertEquals(0, run.execute("--help"));
        String help = run.out().replace("--[no-]", "--no-") + run.out().replace("--[no-]", "--");
        List<String> unknown = OPTION.matcher(readme())
                .results()
                .map(found -> found.group())
                .filter(option -> !help.contains(option))
                .distinct()
                .toList();
        assertEquals(List.of(), unknown);
    }

    @Test
    void quantiles_needWhatItSays() throws Exception {
        assertTrue(readme().contains("p90 needs 10 answers, p99 100, p99.9 1000"));
        assertEquals(10, Quantile.P90.minimum());
        assertEquals(100, Quantile.P99.minimum());
        assertEquals(1000, Quantile.P999.minimum());
    }

    private static String readme() throws Exception {
        return Files.readString(Path.of("README.md"));
    }
}
