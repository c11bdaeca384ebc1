using System.Globalization;

namespace Conformance.Benchmarks.Fuzzing;

/// <summary>How long, with what, and where to.</summary>
internal sealed record FuzzOptions
{
    /// <summary>How to ask.</summary>
    public const string Usage =
        "fuzz [--minutes N] [--seed N] [--target specification|openapi|har|manifest|record|envelope|bundle|waivers] [--out FOLDER]";

    /// <summary>How long.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Decides the inputs.</summary>
    public int Seed { get; init; } = Random.Shared.Next();

    /// <summary>One reader; null for all, in turn.</summary>
    public string? Target { get; init; }

    /// <summary>Where findings go.</summary>
    public string Folder { get; init; } = Path.Combine("artifacts", "fuzz");

    /// <summary>Whether this is the process that may be ended by what it reads.</summary>
    public bool IsChild { get; init; }

    /// <summary>Reads the arguments; null when they are wrong.</summary>
    public static FuzzOptions? Parse(string[] arguments)
    {
        var options = new FuzzOptions();
        for (var i = 0; i < arguments.Length; i += 2)
        {
            var value = i + 1 < arguments.Length ? arguments[i + 1] : "";
            options = (arguments[i], value) switch
            {
                ("--minutes", _)
                    when double.TryParse(value, CultureInfo.InvariantCulture, out var n) && n is > 0 and < 10_000 =>
                    options with
                    {
                        Time = TimeSpan.FromMinutes(n),
                    },
                ("--seed", _) when int.TryParse(value, CultureInfo.InvariantCulture, out var n) => options with
                {
                    Seed = n,
                },
                ("--target", { Length: > 0 }) => options with { Target = value },
                ("--out", { Length: > 0 }) => options with { Folder = Path.GetFullPath(value) },
                ("--child", "yes") => options with { IsChild = true },
                _ => null,
            };
            if (options is null)
            {
                return null;
            }
        }

        return options;
    }

    /// <summary>The same for the process that does it.</summary>
    public IEnumerable<string> ForChild()
    {
        string[] same =
        [
            "fuzz",
            "--child",
            "yes",
            "--minutes",
            Time.TotalMinutes.ToString(CultureInfo.InvariantCulture),
            "--seed",
            Seed.ToString(CultureInfo.InvariantCulture),
            "--out",
            Folder,
        ];
        return Target is null ? same : [.. same, "--target", Target];
    }
}
