"""Makes Markdown of samples: medians, and medians of the ratios of the same round."""

from statistics import median

MOST_FOREIGN = 0.15


def trusted(samples):
    """Those taken while others used little; all of them, where too few are left."""
    quiet = [sample for sample in samples if sample["foreign"] <= MOST_FOREIGN]
    return quiet if len(quiet) >= 3 else samples


def ratio(samples, reference, key):
    """The median over the rounds that both have."""
    by_round = {sample["round"]: sample for sample in reference}
    pairs = [(sample, by_round[sample["round"]]) for sample in samples if sample["round"] in by_round]
    quiet = [pair for pair in pairs if max(one["foreign"] for one in pair) <= MOST_FOREIGN]
    chosen = [one[key] / other[key] for one, other in (quiet if len(quiet) >= 3 else pairs) if other[key]]
    return f"{median(chosen):.2f}" if chosen else ""


def table(title, samples, reference_name):
    """One scenario as a table."""
    names = list(dict.fromkeys(sample["server"] for sample in samples))
    of = {name: [sample for sample in samples if sample["server"] == name] for name in names}
    reference = of.get(reference_name, [])
    ground = of.get("upstream", [])
    lines = [
        f"### {title}",
        "",
        f"| server | quiet samples | requests/s | × {reference_name} | CPU s per 100k | × {reference_name} | p50 µs | added p50 µs | p99 µs | RSS MB |",
        "|---|---|---|---|---|---|---|---|---|---|",
    ]
    for name in names:
        used = trusted(of[name])
        quiet = sum(sample["foreign"] <= MOST_FOREIGN for sample in of[name])
        middle = {key: median(sample[key] for sample in used) for key in ("per_second", "cpu", "p50_us", "p99_us", "rss_mb")}
        added = median(s["p50_us"] for s in used) - median(s["p50_us"] for s in trusted(ground)) if ground else None
        cells = [
            name,
            f"{quiet}/{len(of[name])}",
            f"{middle['per_second']:,.0f}",
            ratio(of[name], reference, "per_second"),
            f"{middle['cpu']:.3f}",
            ratio(of[name], reference, "cpu"),
            f"{middle['p50_us']:,.0f}",
            "" if added is None else f"{added:,.0f}",
            f"{middle['p99_us']:,.0f}",
            f"{middle['rss_mb']:.0f}",
        ]
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"
