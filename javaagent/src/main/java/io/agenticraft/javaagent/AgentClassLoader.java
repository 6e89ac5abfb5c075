package io.agenticraft.javaagent;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import org.jspecify.annotations.Nullable;

/**
 * Loads the isolated part of the agent, over the platform's class loader, from a jar within the agent's jar, where no
 * other class loader finds it.
 */
public final class AgentClassLoader extends ClassLoader {
    private static final String INNER = "agenticraft-agent.jar";
    private static final String ENTRY_PACKAGE = "io.agenticraft.javaagent.";

    static {
        registerAsParallelCapable();
    }

    private final File file;
    private final InnerJar jar;
    private final InnerUrl urls;

    AgentClassLoader(File file) throws IOException {
        super(platform());
        this.file = file;
        this.jar = InnerJar.open(file, INNER);
        this.urls = new InnerUrl(jar);
    }

    /** The platform's class loader, asked for by name because Java 8 knows no such thing. */
    public static ClassLoader platform() {
        try {
            return (ClassLoader)
                    ClassLoader.class.getMethod("getPlatformClassLoader").invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("This Java has no platform class loader", e);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            if (isEntry(name)) {
                return Class.forName(name, false, AgentClassLoader.class.getClassLoader());
            }
            byte[] classFile = name.startsWith("java.") ? null : classFile(name);
            return classFile == null
                    ? super.loadClass(name, resolve)
                    : defineClass(name, classFile, 0, classFile.length);
        }
    }

    private static boolean isEntry(String name) {
        return name.startsWith(ENTRY_PACKAGE) && name.indexOf('.', ENTRY_PACKAGE.length()) < 0;
    }

    /** The bytes of a class of the isolated part, or null if it has none of this binary name. */
    public byte @Nullable [] classFile(String name) {
        try {
            return jar.bytes(name.replace('.', '/') + ".class");
        } catch (IOException e) {
            throw new IllegalStateException("The agent's jar cannot be read: " + file, e);
        }
    }

    @Override
    public @Nullable URL getResource(String name) {
        URL own = findResource(name);
        return own == null ? super.getResource(name) : own;
    }

    /** The isolated part's own resources only: the platform's loader has no services of ours. */
    @Override
    public Enumeration<URL> getResources(String name) {
        return findResources(name);
    }

    @Override
    protected @Nullable URL findResource(String name) {
        return jar.contains(name) ? urls.of(name) : null;
    }

    @Override
    protected Enumeration<URL> findResources(String name) {
        URL own = findResource(name);
        return own == null ? Collections.<URL>emptyEnumeration() : Collections.enumeration(Collections.singleton(own));
    }
}
