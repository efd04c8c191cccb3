package io.tanshi.platform;

import java.util.List;

/**
 * One page of a list.
 *
 * @param total how many there are in all
 * @param page counted from 0
 */
public record PageView<T>(List<T> items, long total, int page, int size) {}
