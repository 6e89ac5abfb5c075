package io.agenticraft.javaagent.hosts;

/** Loads no library at all. */
public final class HelloHost {

    private HelloHost() {}

    public static void main(String[] args) {
        System.out.println("hello");
    }
}
