package io.tanshi.platform;

/**
 * Something a module does at every start, after the migrations and before the first request: import of shipped data,
 * demo data, resuming interrupted work. Must be quick when there is nothing to do, and must not be done twice.
 *
 * <p>Steps run in the order of Spring's {@code @Order}; a module uses its layer's constant below. Modulith's own
 * initializers are not used: their runtime scans all classes at every start, which costs seconds.
 */
@FunctionalInterface
public interface StartStep {

    /** First of all: the words must be there before a later step does something that is told. */
    int NOTIFICATION = 50;

    int IDENTITY = 100;
    int PROGRAMME = 200;
    int ITEMBANK = 300;
    int ENROLMENT = 400;
    int LEARNING = 500;
    int EXAM = 600;
    int DELIVERY = 700;
    int MARKING = 800;
    int RESULTS = 900;
    int CERTIFICATE = 1000;

    void run();
}
