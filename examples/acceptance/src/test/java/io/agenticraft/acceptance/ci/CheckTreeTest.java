package io.agenticraft.acceptance.ci;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckTreeTest {

    private static final List<String> FILES = List.of(
            ".editorconfig", ".gitignore", "CHANGELOG.md", "LICENSE", "README.md", "RATIONALE.md", "mvnw", "pom.xml");
    private static final List<String> FOLDERS =
            List.of(".ci", ".mvn", "agent-core", "deploy", "examples", "javaagent", "otel-extension");

    private final Path tree;

    CheckTreeTest(@TempDir Path folder) throws IOException, InterruptedException {
        tree = Files.createDirectories(folder.resolve("clone"));
        for (String name : FILES) {
            write(name, name + " stands here\n");
        }
        for (String name : FOLDERS) {
            write(name + "/file", name + " holds this\n");
        }
        git("init", "-q");
        git("add", "-A");
    }

    @Test
    void tidyTree_passes() throws Exception {
        assertEquals(new Shell.Outcome(0, ""), check());
    }

    @Test
    void unknownEntry_isNamed() throws Exception {
        write("notes.txt", "mine\n");

        assertComplaint("> notes.txt");
    }

    @Test
    void missingEntry_isNamed() throws Exception {
        Files.delete(tree.resolve("LICENSE"));
        git("rm", "-q", "--cached", "LICENSE");

        assertComplaint("< LICENSE");
    }

    @Test
    void ignoredEntry_doesNotCount() throws Exception {
        write(".gitignore", "target/\n");
        write("target/x", "built\n");

        assertEquals(0, check().code());
    }

    @Test
    void pathOfAMachine_isNamed() throws Exception {
        write("deploy/a.yaml", "file: /" + "root/x\n");
        assertComplaint("deploy/a.yaml:1:");

        write("deploy/a.yaml", "file: /" + "work/x\n");
        assertComplaint("deploy/a.yaml:1:");
    }

    @Test
    void leftOpen_isNamed() throws Exception {
        write("agent-core/A.java", "// TO" + "DO later\n");

        assertComplaint("agent-core/A.java:1:");
    }

    @Test
    void key_isNamed() throws Exception {
        write("examples/run.sh", "KEY=s" + "k-ant-0123456789abcdefghijklmn\n");

        assertComplaint("examples/run.sh:1:");
    }

    @Test
    void copyOfReferenceMaterial_isNamed() throws Exception {
        Path shared = Files.createDirectories(tree.resolveSibling("shared"));
        Files.writeString(shared.resolve("spec.json"), "{\"openapi\": 3}\n");
        write("agent-core/spec.json", "{\"openapi\": 3}\n");
        git("add", "-A");

        assertComplaint("agent-core/spec.json");
    }

    private void assertComplaint(String part) throws IOException, InterruptedException {
        Shell.Outcome outcome = check();
        assertEquals(1, outcome.code(), outcome.output());
        assertTrue(outcome.output().contains(part), outcome.output());
    }

    private Shell.Outcome check() throws IOException, InterruptedException {
        return Shell.run(tree, Shell.script("check-tree").toString(), tree.toString());
    }

    private void write(String name, String text) throws IOException {
        Path file = tree.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void git(String... arguments) throws IOException, InterruptedException {
        String[] command = new String[arguments.length + 1];
        command[0] = "git";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        assertEquals(0, Shell.run(tree, command).code());
    }
}
