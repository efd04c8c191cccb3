package io.tanshi.exam.running;

/**
 * One line of the list that is worked off before the opening.
 *
 * @param blocking whether the sitting cannot be opened while the line is not ready
 */
record ReadinessLine(Key key, String title, State state, String words, boolean blocking) {

    /** What is looked at. */
    enum Key {
        FORMS,
        SPARES,
        ROOMS,
        CANDIDATES,
        LOCKDOWN,
        TRIALS,
        DURABILITY,
        SERVER,
        STORAGE,
        TIME
    }

    /** How it stands. */
    enum State {
        READY("就绪"),
        TODO("待办"),
        PROBLEM("有问题");

        private final String label;

        State(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    static ReadinessLine ready(Key key, String title, String words) {
        return new ReadinessLine(key, title, State.READY, words, false);
    }

    /** Not ready; the sitting can be opened all the same. */
    static ReadinessLine todo(Key key, String title, String words) {
        return new ReadinessLine(key, title, State.TODO, words, false);
    }

    /** Not ready yet, and needed for the opening. */
    static ReadinessLine pending(Key key, String title, String words) {
        return new ReadinessLine(key, title, State.TODO, words, true);
    }

    /** Wrong, and in the way of the opening. */
    static ReadinessLine problem(Key key, String title, String words) {
        return new ReadinessLine(key, title, State.PROBLEM, words, true);
    }
}
