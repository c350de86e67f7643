package dev.vorota.system.architecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;

/** Leaves out the servers that tests start: they are no part of the product. */
final class NoPartsOfTests implements ImportOption {

  @Override
  public boolean includes(Location location) {
    return !location.contains("/dev/vorota/parts/");
  }
}
