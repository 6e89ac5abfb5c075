package com.example.supportdesk;

import java.util.Map;
import java.util.NoSuchElementException;

/** The shop's orders; a real desk would ask a database. */
final class Orders {
    private final Map<String, Order> byNumber = Map.of(
            "4711", new Order("4711", "trail running shoes", "delivered on Monday"),
            "4712", new Order("4712", "rain jacket", "on its way, due on Friday"));

    /**
     * The order of that number.
     *
     * @throws NoSuchElementException if there is none
     */
    Order lookUp(String number) {
        Order order = byNumber.get(number);
        if (order == null) {
            throw new NoSuchElementException("There is no order " + number);
        }
        return order;
    }

    /** What somebody bought and where it is. */
    record Order(String number, String goods, String state) {
        String describe() {
            return "Order " + number + ": " + goods + ", " + state;
        }
    }
}
