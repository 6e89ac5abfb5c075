package io.agenticraft.recipes;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Runs the recipes that are named, or lists them all. */
public final class Recipes {
    private static final int UNKNOWN_RECIPE = 2;

    private Recipes() {}

    /** Exit code 2: there is no recipe of that name. */
    public static void main(String[] names) throws Exception {
        int exitCode = run(List.of(names), System.out, System.err);
        if (exitCode != 0) {
            System.exit(exitCode);
        }
    }

    static int run(List<String> names, PrintStream out, PrintStream err) throws Exception {
        List<String> known = names();
        for (String name : names) {
            if (!known.contains(name)) {
                err.println("There is no recipe \"" + name + "\"; there are: " + String.join(", ", known));
                return UNKNOWN_RECIPE;
            }
        }
        for (String name : names) {
            of(name).run(out);
        }
        if (names.isEmpty()) {
            known.forEach(out::println);
        }
        return 0;
    }

    /** The names of all recipes, sorted. They are the classes of this package: there is no list to forget one in. */
    static List<String> names() throws IOException {
        try {
            URI here = Objects.requireNonNull(Recipes.class.getResource("Recipes.class"))
                    .toURI();
            if (!here.getScheme().equals("jar")) {
                return names(Objects.requireNonNull(Path.of(here).getParent()));
            }
            try (FileSystem jar = FileSystems.newFileSystem(here, Map.of())) {
                return names(jar.getPath(Recipes.class.getPackageName().replace('.', '/')));
            }
        } catch (URISyntaxException e) {
            throw new IOException("Cannot look into the folder of the recipes", e);
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(file -> file.endsWith(".class") && file.indexOf('$') < 0 && file.indexOf('-') < 0)
                    .map(file -> file.substring(0, file.length() - ".class".length()))
                    .filter(Recipes::isRecipe)
                    .sorted()
                    .toList();
        }
    }

    private static boolean isRecipe(String name) {
        try {
            Class<?> type = Class.forName(className(name));
            return Recipe.class.isAssignableFrom(type) && !type.isInterface();
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("The class " + name + " is there and cannot be loaded", e);
        }
    }

    static Recipe of(String name) throws ReflectiveOperationException {
        return Class.forName(className(name))
                .asSubclass(Recipe.class)
                .getDeclaredConstructor()
                .newInstance();
    }

    private static String className(String name) {
        return Recipes.class.getPackageName() + "." + name;
    }
}
