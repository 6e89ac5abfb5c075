package io.agenticraft.javaagent.hosts;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs another host in a class loader of its own, over the platform's loader or over none but the bootstrap loader:
 * such a loader does not see the system class loader.
 */
public final class LoaderHost {

    private LoaderHost() {}

    /** Arguments: "platform" or "bootstrap", the class path, the host's class. */
    public static void main(String[] args) throws Exception {
        List<URL> urls = new ArrayList<>();
        for (String entry : args[1].split(File.pathSeparator, -1)) {
            urls.add(new File(entry).toURI().toURL());
        }
        ClassLoader parent = args[0].equals("platform") ? ClassLoader.getPlatformClassLoader() : null;
        ClassLoader loader = new URLClassLoader(urls.toArray(new URL[0]), parent);
        Thread.currentThread().setContextClassLoader(loader);
        loader.loadClass(args[2]).getMethod("main", String[].class).invoke(null, (Object) new String[0]);
    }
}
