package io.agenticraft.acceptance.ci;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The start and stop of CI's Docker engine, with a few lines in place of Docker. */
class EngineTest {

    private final Path folder;
    private final Path state;

    EngineTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.state = folder.resolve("engine");
        command("id", "echo 0");
        command("iptables", "exit 0");
        command("apt-get", "echo installed \"$@\"");
        command("docker", "[ -e \"${DOCKER_HOST#unix://}\" ]");
    }

    @Test
    void engineThatRuns_isLeftAlone() throws Exception {
        command("docker", "exit 0");
        command("dockerd", "touch " + folder.resolve("dockerd-ran"));

        Shell.Outcome outcome =
                script("docker_start $D; docker_use $D; docker_stop $D; echo host=${DOCKER_HOST:-none}");

        assertEquals(new Shell.Outcome(0, "using the engine that runs already\nhost=none\n"), outcome);
        assertFalse(Files.exists(folder.resolve("dockerd-ran")));
    }

    @Test
    void ownEngine_isStartedUsedAndEnded() throws Exception {
        command("dockerd", "touch \"${2#unix://}\"; exec sleep 60");

        Shell.Outcome outcome = script("docker_start $D; docker_use $D; echo host=$DOCKER_HOST; docker_stop $D;"
                + " ! grep -qs '^State:.[^Z]' /proc/$(cat $D/pid)/status");

        assertEquals(0, outcome.code(), outcome.output());
        assertTrue(outcome.output().endsWith("host=unix://" + state + "/socket\n"), outcome.output());
    }

    @Test
    void engineThatEnds_failsWithItsLog() throws Exception {
        command("dockerd", "echo no cgroups here >&2; exit 1");

        Shell.Outcome outcome = script("docker_start $D");

        assertEquals(1, outcome.code());
        assertEquals("no cgroups here\ndockerd did not start\n", outcome.output());
    }

    @Test
    void notRoot_isToldWhy() throws Exception {
        command("id", "echo 1000");

        assertEquals(
                new Shell.Outcome(1, "no Docker engine answers, and only root could start one\n"),
                script("docker_start $D"));
    }

    @Test
    void jdk_isFoundByItsVariable() throws Exception {
        assertEquals(new Shell.Outcome(0, "/jdks/99\n"), script("JDK99_HOME=/jdks/99; jdk_home 99"));
        assertEquals(new Shell.Outcome(1, "no JDK 98 in /usr/lib/jvm; set JDK98_HOME\n"), script("jdk_home 98"));
    }

    private Shell.Outcome script(String body) throws IOException, InterruptedException {
        return Shell.run(
                folder,
                "bash",
                "-c",
                "set -euo pipefail; unset DOCKER_HOST; PATH=" + folder + ":$PATH; D=" + state + "; . "
                        + Shell.script("docker.sh") + "; . " + Shell.script("jdks.sh") + "; " + body);
    }

    private void command(String name, String body) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "#!/bin/bash\n" + body + "\n");
        assertTrue(file.toFile().setExecutable(true));
    }
}
