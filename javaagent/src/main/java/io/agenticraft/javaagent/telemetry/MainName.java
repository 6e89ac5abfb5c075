package io.agenticraft.javaagent.telemetry;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a service is called that nobody has named: its jar file without the extension, or its main class. */
final class MainName {
    /** A module before it, perhaps. */
    private static final Pattern CLASS_NAME = Pattern.compile("([\\w$.]+/)?[\\w$.]+");

    private MainName() {}

    /**
     * The name for a command.
     *
     * @param command the JVM's command: main class or jar file, then arguments; may be null
     * @return null where there is nothing to call it by
     */
    static @Nullable String of(@Nullable String command) {
        if (command == null || command.isBlank()) {
            return null;
        }
        String first = command.strip().split(" ", 2)[0];
        int jar = (command + " ").indexOf(".jar ");
        return jar >= 0 && (first.endsWith(".jar") || !CLASS_NAME.matcher(first).matches())
                ? jar(command.substring(0, jar))
                : mainClass(first);
    }

    private static String jar(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    /** Without module and package. */
    private static String mainClass(String name) {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('.')) + 1);
    }
}
