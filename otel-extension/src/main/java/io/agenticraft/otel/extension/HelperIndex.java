package io.agenticraft.otel.extension;

import io.agenticraft.otel.adapter.Adapter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The classes that the agent puts into an application's class loader, super types first: a class is defined only where
 * its super types are. The build writes the list; the agent reads it.
 */
final class HelperIndex {
    static final String RESOURCE = "META-INF/agenticraft/classes";
    private static final String OURS = "io.agenticraft.otel.";
    private static final List<String> COMMON =
            List.of(OURS + "genai.", OURS + "ownership.", OURS + "adapter.", OURS + "prices.");

    private final List<String> classes;

    HelperIndex(List<String> classes) {
        this.classes = List.copyOf(classes);
    }

    static boolean isOurs(String className) {
        return className.startsWith(OURS);
    }

    static HelperIndex read() {
        try (InputStream in = HelperIndex.class.getClassLoader().getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("The jar lacks " + RESOURCE);
            }
            return new HelperIndex(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What {@code adapter} needs: what all share, the declarations of all adapters, and its own package. */
    List<String> helpers(Adapter adapter) {
        String own = adapter.getClass().getPackageName() + ".";
        Set<String> declarations = new LinkedHashSet<>();
        Adapter.all().forEach(each -> declarations.add(each.getClass().getName()));
        return classes.stream()
                .filter(name -> name.startsWith(own)
                        || name.equals(Woven.class.getName())
                        || declarations.contains(name)
                        || COMMON.stream().anyMatch(name::startsWith))
                .toList();
    }

    /** Writes the list for the class files in a folder; run by the build. */
    public static void main(String[] folder) throws IOException, ClassNotFoundException {
        Path root = Path.of(folder[0]);
        Set<String> ordered = new LinkedHashSet<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (String name : files.map(file -> root.relativize(file).toString())
                    .filter(file -> file.endsWith(".class") && !file.endsWith("package-info.class"))
                    .map(file -> file.substring(0, file.length() - ".class".length())
                            .replace(java.io.File.separatorChar, '.'))
                    .sorted()
                    .toList()) {
                add(Class.forName(name, false, HelperIndex.class.getClassLoader()), ordered);
            }
        }
        Path target = root.resolve(RESOURCE);
        Files.createDirectories(target.getParent());
        Files.write(target, ordered);
    }

    private static void add(Class<?> type, Set<String> ordered) {
        if (type.getSuperclass() != null) {
            add(type.getSuperclass(), ordered);
        }
        for (Class<?> each : type.getInterfaces()) {
            add(each, ordered);
        }
        if (isOurs(type.getName())) {
            ordered.add(type.getName());
        }
    }
}
