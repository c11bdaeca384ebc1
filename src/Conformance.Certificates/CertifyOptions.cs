namespace Conformance.Certificates;

/// <summary>What is certified, and how.</summary>
public sealed record CertifyOptions
{
    /// <summary>Seed of every certified run: the same cases and payloads for everybody.</summary>
    public const int FixedSeed = 1;

    /// <summary>Folder of the bundle.</summary>
    public required string Folder { get; init; }

    /// <summary>The requirements that are certified: <c>core</c>, or a profile of the specification; null for all.</summary>
    public string? Profile { get; init; }

    /// <summary>How long the certificate holds; 90 days unless told otherwise.</summary>
    public TimeSpan Validity { get; init; } = TimeSpan.FromDays(90);

    /// <summary>What the target's owner says it runs, the digest of an image for example; null when nobody says.</summary>
    public string? Build { get; init; }

    /// <summary>JSON file with declarations of what no test can see; null for none.</summary>
    public string? DeclarationsFile { get; init; }

    /// <summary>Whether the bundle is packed into one archive as well.</summary>
    public bool Packs { get; init; }

    /// <summary>
    /// The run that can be certified: fixed seed, every case of the profile, nothing explored, repeated, waived or known
    /// before, written down in the bundle.
    /// </summary>
    /// <param name="run">What is run against what.</param>
    public RunOptions Fix(RunOptions run) =>
        run with
        {
            Seed = FixedSeed,
            Filter = null,
            Only = null,
            PlannedIds = null,
            Gate = new GateOptions { Profile = Profile },
            IsStrict = false,
            Retries = 0,
            Explore = 0,
            Shrinks = false,
            FailFast = false,
            Shard = null,
            Resumes = false,
            AllowedInconclusive = 0,
            Reports = "none",
            OutputFolder = Folder,
            RecordFolder = Path.Combine(Folder, Records.RunRecord.FolderName),
        };
}
