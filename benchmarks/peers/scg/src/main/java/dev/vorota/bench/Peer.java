package dev.vorota.bench;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Spring Cloud Gateway with the routes of its application.yaml. */
@SpringBootApplication
public class Peer {

  public static void main(String[] arguments) {
    SpringApplication.run(Peer.class, arguments);
  }
}
