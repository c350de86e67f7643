package dev.vorota.application.gateway;

/** One room of the corridor. It either answers or passes on; it never blocks and never throws. */
interface Step {

  Outcome take(Exchange exchange);
}
