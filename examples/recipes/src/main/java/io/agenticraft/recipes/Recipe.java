package io.agenticraft.recipes;

import java.io.PrintStream;

/** A capability in use. A recipe needs no network and no key, takes a few seconds, and has a constructor without parameters. */
interface Recipe {

    /** Shows the capability and prints what happened. */
    void run(PrintStream out) throws Exception;
}
