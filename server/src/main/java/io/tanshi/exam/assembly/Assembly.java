package io.tanshi.exam.assembly;

import java.util.List;

/** What came of assembling a level's two forms. */
public sealed interface Assembly {

    /** Both forms keep every rule of the blueprint and share no item. */
    record Assembled(List<ChosenSection> main, List<ChosenSection> spare) implements Assembly {
        public Assembled {
            main = List.copyOf(main);
            spare = List.copyOf(spare);
        }
    }

    /** The bank cannot fill the blueprint. */
    record Infeasible(List<Shortage> shortages) implements Assembly {
        public Infeasible {
            shortages = List.copyOf(shortages);
        }
    }
}
