package io.github.gan4j.benchmarks.run;

import java.util.List;

/**
 * One of those that are compared.
 *
 * @param name what progress and reports call it
 * @param program what is run
 * @param beside what runs meanwhile, to keep the machine busy
 */
public record Contender(String name, Program program, List<Program> beside) {

  /** Copies the list. */
  public Contender {
    beside = List.copyOf(beside);
  }

  /** Returns one that has the machine to itself. */
  public static Contender alone(String name, Program program) {
    return new Contender(name, program, List.of());
  }

  /** Returns the same with a variable of the environment set. */
  public Contender with(String variable, String value) {
    return new Contender(
        "%s %s=%s".formatted(name, variable, value), program.with(variable, value), beside);
  }

  /** Returns the same while another program runs. */
  public Contender beside(String what, Program other) {
    return new Contender("%s beside %s".formatted(name, what), program, List.of(other));
  }
}
