package io.agenticraft.javaagent;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;

/** Addresses entries of an {@link InnerJar}. No protocol of the host's is touched: each URL carries its own handler. */
final class InnerUrl extends URLStreamHandler {
    private static final String PROTOCOL = "agenticraft";

    private final InnerJar jar;

    InnerUrl(InnerJar jar) {
        this.jar = jar;
    }

    URL of(String entry) {
        try {
            return new URL(PROTOCOL, "", -1, "/" + entry, this);
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected URLConnection openConnection(URL url) {
        return new URLConnection(url) {
            @Override
            public void connect() {
                // There is nothing to connect to.
            }

            @Override
            public InputStream getInputStream() throws IOException {
                byte[] content = jar.bytes(url.getPath().substring(1));
                if (content == null) {
                    throw new FileNotFoundException(url.toString());
                }
                return new ByteArrayInputStream(content);
            }
        };
    }
}
