package io.agenticraft.wire;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of reference material that conformance tests read; it is not part of the project. */
final class Shared {
    private Shared() {}

    /** The folder; where it is absent the calling test is skipped. */
    static Path folder() {
        String set = System.getProperty("agenticraft.shared");
        Path folder =
                set != null ? Path.of(set) : Path.of(System.getProperty("agenticraft.root", ".."), "..", "shared");
        assumeTrue(
                Files.isDirectory(folder.resolve("wire/recordings")),
                () -> "Skipped: no recordings under " + folder.toAbsolutePath().normalize()
                        + "; set -Dagenticraft.shared to the folder that holds wire/recordings");
        return folder;
    }
}
