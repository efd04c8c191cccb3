package io.tanshi.exam;

/** The door of the exam: who enters with which ticket. Compares by keyed hash, so that thousands can enter at once. */
public interface ExamEntry {

    /**
     * Decides whether the person may enter now, and keeps that they came. May be called again after an interruption.
     *
     * @param ticketNumber the 准考证号; spaces are ignored
     * @param documentNumber the identity number; spaces are ignored, a small x is a large one
     * @param roomCode as told by the invigilator; case and spaces are ignored
     * @param address the caller's network address; only wrong entries count against it
     */
    EntryDecision admit(String ticketNumber, String documentNumber, String roomCode, String address);
}
