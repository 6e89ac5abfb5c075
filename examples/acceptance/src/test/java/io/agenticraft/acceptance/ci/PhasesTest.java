package io.agenticraft.acceptance.ci;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhasesTest {

    private final Path folder;

    PhasesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void steps_areTimedAndSummedUp() throws Exception {
        Shell.Outcome outcome = script("phase one echo first; phase two echo second");

        assertEquals(0, outcome.code(), outcome.output());
        assertTrue(outcome.output().contains("==> one ("), outcome.output());
        assertTrue(
                outcome.output().matches("(?s).* 0 s  one +ok\n +0 s  two +ok\n +0 s  all green\n"), outcome.output());
    }

    @Test
    void failure_endsTheRunWithItsCode() throws Exception {
        Shell.Outcome outcome = script("phase one bash -c 'exit 7'; phase two echo second");

        assertEquals(7, outcome.code(), outcome.output());
        assertTrue(outcome.output().matches("(?s).*one +FAILED \\(7\\)\n.*FAILED\n"), outcome.output());
        assertFalse(outcome.output().contains("second"), outcome.output());
    }

    @Test
    void failureInsideAStep_isNotRunOver() throws Exception {
        Shell.Outcome outcome = script("step() { false; echo never; }; phase one step");

        assertEquals(1, outcome.code(), outcome.output());
        assertFalse(outcome.output().contains("never"), outcome.output());
    }

    @Test
    void interruptedRun_endsTheStepAndItsChildren() throws Exception {
        Path pid = folder.resolve("pid");
        Shell.Outcome outcome = script("step() { sleep 60 & echo $! >" + pid + "; kill $$; wait; }; phase one step");

        assertEquals(143, outcome.code(), outcome.output());
        String child = Files.readString(pid).trim();
        // Where nobody reaps orphans an ended process stays as a zombie, which still answers to "kill -0".
        String ended = "for i in $(seq 100); do grep -qs '^State:.[^Z]' /proc/" + child
                + "/status || exit 0; sleep 0.1; done;" + " exit 1";
        assertEquals(0, Shell.run(folder, "bash", "-c", ended).code(), "the child of the step goes on");
    }

    private Shell.Outcome script(String body) throws IOException, InterruptedException {
        return Shell.run(
                folder,
                "bash",
                "-c",
                "set -euo pipefail; . " + Shell.script("phases.sh")
                        + "; finish() { local code=$?; trap - EXIT; phases_stop; phases_report $code; exit $code; }"
                        + "; trap finish EXIT; trap 'exit 143' TERM; " + body);
    }
}
