package io.agenticraft.acceptance.ci;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadmeCommandsTest {

    private final Path folder;

    ReadmeCommandsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void shFences_areCommandsOneALine() throws Exception {
        assertEquals(
                new Shell.Outcome(0, "examples/demo.sh\n./mvnw verify\nOTEL_SERVICE_NAME=desk   java -jar app.jar\n"),
                commands("""
                        # Project
                        ```sh
                        # shows it
                        examples/demo.sh

                        ./mvnw verify
                        ```
                        and
                          ```sh
                          OTEL_SERVICE_NAME=desk \\
                          java -jar app.jar
                          ```
                        """));
    }

    @Test
    void otherFences_areNot() throws Exception {
        assertEquals(new Shell.Outcome(0, "true\n"), commands("""
                        ```java
                        int sh;
                        ```
                        ```
                        rm -rf everything
                        ```
                        ```shell
                        false
                        ```
                        ```sh
                        true
                        ```
                        not in a fence
                        """));
    }

    private Shell.Outcome commands(String markdown) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("README.md"), markdown);
        return Shell.run(folder, Shell.script("readme-commands").toString(), file.toString());
    }
}
