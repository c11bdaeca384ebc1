using System.Collections.Immutable;
using System.Globalization;

namespace Conformance.Reports.Wording;

/// <summary>The build server a run happens on, as its variables describe it.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Type">What report generators call it.</param>
/// <param name="Url">The project on it.</param>
/// <param name="BuildOrder">A number that grows from build to build.</param>
/// <param name="BuildName">What it calls the build.</param>
/// <param name="BuildUrl">The build's page.</param>
/// <param name="SourceUrl">Where a line of the sources can be read: a URL with <c>{file}</c> and <c>{line}</c>.</param>
internal sealed record BuildServer(
    string Name,
    string Type,
    string? Url,
    long? BuildOrder,
    string? BuildName,
    string? BuildUrl,
    string? SourceUrl
)
{
    /// <summary>Where the sources are checked out; null when the server does not tell.</summary>
    public string? SourceRoot { get; init; }

    /// <summary>Says where the sources can be read, on any server or none: a URL with <c>{file}</c> and <c>{line}</c>.</summary>
    public const string SourceUrlVariable = "CONFORMANCE_SPEC_URL";

    /// <summary>The build server of these variables; one called <c>local</c> when there is none.</summary>
    /// <param name="variables">The process environment.</param>
    public static BuildServer Of(ImmutableDictionary<string, string> variables)
    {
        string? Get(string name) => variables.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;
        var server = GitHub(Get) ?? GitLab(Get) ?? Jenkins(Get) ?? new("local", "local", null, null, null, null, null);
        return Get(SourceUrlVariable) is { } pattern ? server with { SourceUrl = pattern } : server;
    }

    private static BuildServer? GitHub(Func<string, string?> get)
    {
        if (get("GITHUB_ACTIONS") is null)
        {
            return null;
        }

        var project = $"{get("GITHUB_SERVER_URL") ?? "https://github.com"}/{get("GITHUB_REPOSITORY")}";
        return new(
            "GitHub Actions",
            "github",
            project,
            Number(get("GITHUB_RUN_NUMBER")),
            $"{get("GITHUB_WORKFLOW")} #{get("GITHUB_RUN_NUMBER")}",
            $"{project}/actions/runs/{get("GITHUB_RUN_ID")}",
            get("GITHUB_SHA") is { } commit ? $"{project}/blob/{commit}/{{file}}#L{{line}}" : null
        )
        {
            SourceRoot = get("GITHUB_WORKSPACE"),
        };
    }

    private static BuildServer? GitLab(Func<string, string?> get) =>
        get("GITLAB_CI") is null
            ? null
            : new(
                "GitLab CI",
                "gitlab",
                get("CI_PROJECT_URL"),
                Number(get("CI_PIPELINE_IID")),
                $"{get("CI_JOB_NAME")} #{get("CI_PIPELINE_IID")}",
                get("CI_JOB_URL") ?? get("CI_PIPELINE_URL"),
                get("CI_PROJECT_URL") is { } project && get("CI_COMMIT_SHA") is { } commit
                    ? $"{project}/-/blob/{commit}/{{file}}#L{{line}}"
                    : null
            )
            {
                SourceRoot = get("CI_PROJECT_DIR"),
            };

    private static BuildServer? Jenkins(Func<string, string?> get) =>
        get("JENKINS_URL") is not { } url
            ? null
            : new(
                "Jenkins",
                "jenkins",
                get("JOB_URL") ?? url,
                Number(get("BUILD_NUMBER")),
                $"{get("JOB_NAME")} #{get("BUILD_NUMBER")}",
                get("BUILD_URL"),
                null
            )
            {
                SourceRoot = get("WORKSPACE"),
            };

    private static long? Number(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
