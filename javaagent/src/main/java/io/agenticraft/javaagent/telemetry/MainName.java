package io.agenticraft.javaagent.telemetry;

import org.jspecify.annotations.Nullable;

/** What a service is called that nobody has named: its jar file without the extension, or its main class. */
final class MainName {

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
        String main = command.endsWith(".jar") || !command.contains(".jar ")
                ? command.strip()
                : command.substring(0, command.indexOf(".jar ") + ".jar".length());
        return main.endsWith(".jar") ? jar(main) : mainClass(main);
    }

    private static String jar(String path) {
        String file = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        return file.substring(0, file.length() - ".jar".length());
    }

    /** Without module and package, up to the first argument. */
    private static String mainClass(String command) {
        int space = command.indexOf(' ');
        String name = space < 0 ? command : command.substring(0, space);
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('.')) + 1);
    }
}
