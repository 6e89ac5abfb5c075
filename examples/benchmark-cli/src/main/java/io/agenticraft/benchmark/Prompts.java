package io.agenticraft.benchmark;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** What is asked. */
final class Prompts {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private Prompts() {}

    /** Three that call for a short, a medium and a longer answer. */
    static List<String> usual() {
        return List.of(
                "What is 17 + 25? Answer with the number alone.",
                "Name three rivers in Europe and the country in which each one ends.",
                "Explain in a few sentences why the sky is blue.");
    }

    /**
     * Reads prompts, one a line.
     *
     * @throws IllegalArgumentException if there is none, or it is no file of text
     */
    static List<String> read(Path file) {
        List<String> prompts;
        try {
            prompts = Files.readAllLines(file).stream()
                    .map(line -> line.replace(BYTE_ORDER_MARK, "").strip())
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException("--prompts: cannot read " + file + ": there is no such file", e);
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("--prompts: " + file + " is not text in UTF-8; save it as such", e);
        } catch (IOException e) {
            throw new IllegalArgumentException("--prompts: cannot read " + file + " (" + e + ")", e);
        }
        if (prompts.isEmpty()) {
            throw new IllegalArgumentException("--prompts: there is no prompt in " + file);
        }
        return prompts;
    }
}
