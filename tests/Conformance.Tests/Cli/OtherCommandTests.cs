using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Conformance.Cli.Arguments;
using Conformance.Tests.Reports;
using Conformance.Tests.Run;
using Conformance.Tests.Simulator.Webhooks;
using Conformance.Tests.Specification;
using Conformance.Verdicts.Accounting;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Cli;

/// <summary><c>lint</c>, <c>list</c>, <c>schema</c> and <c>simulate</c>.</summary>
public sealed class OtherCommandTests
{
    [TestCase("orders.yaml")]
    [TestCase("parcels.yaml")]
    public async Task The_examples_have_no_lint_errors(string name)
    {
        var answer = await CliRunner.RunAsync("lint", RepositoryFiles.Spec(name));

        answer.ExitCode.Should().Be(ExitCodes.Conforming, answer.Out);
        answer.Error.Should().BeEmpty();
    }

    [TestCase("text")]
    [TestCase("json")]
    [TestCase("sarif")]
    public async Task Lint_ends_with_3_when_there_are_errors(string format)
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("broken.yaml");
        await File.WriteAllTextAsync(path, "info:\n  title: Broken\nendpoints: 7\n");

        var answer = await CliRunner.RunAsync("lint", path, "--format", format);

        answer.ExitCode.Should().Be(ExitCodes.SpecificationInvalid);
        answer.Out.Should().Contain("broken.yaml");
        if (format != "text")
        {
            FluentActions.Invoking(() => JsonDocument.Parse(answer.Out)).Should().NotThrow();
        }
    }

    [TestCase("lint")]
    [TestCase("list")]
    [TestCase("coverage")]
    [TestCase("schema")]
    [TestCase("simulate")]
    [TestCase("run")]
    public async Task A_specification_that_is_not_there_is_a_matter_of_usage(string command)
    {
        var answer = await CliRunner.RunAsync(command, "specs/nowhere.yaml");

        answer.ExitCode.Should().Be(ExitCodes.UsageOrConfiguration);
        answer.Error.Should().StartWith("error: There is no specification at 'specs/nowhere.yaml'.");
    }

    [Test]
    public async Task List_shows_every_case_once()
    {
        var plan = Notes.Plan();

        var answer = await CliRunner.RunAsync("list", Notes.Path);

        answer.ExitCode.Should().Be(ExitCodes.Conforming);
        foreach (var contractCase in plan.Cases)
        {
            answer.Out.Should().Contain($"  {contractCase.Id} ");
        }

        answer.Out.Should().Contain($"{plan.Cases.Length} cases, ");
    }

    [Test]
    public async Task List_as_json_names_id_requirement_and_place()
    {
        var answer = await CliRunner.RunAsync("list", Notes.Path, "--format", "json");

        using var document = JsonDocument.Parse(answer.Out);
        var cases = document.RootElement.GetProperty("cases").EnumerateArray().ToArray();
        cases.Select(c => c.GetProperty("id").GetString()).Should().Equal(Notes.Plan().Cases.Select(c => c.Id));
        cases[0].GetProperty("requirement").GetProperty("location").GetString().Should().StartWith($"{Notes.Path}:");
    }

    [Test]
    public async Task A_case_lock_shows_what_came_went_and_changed()
    {
        using var folder = new TemporaryFolder();
        var (spec, lockFile) = (folder.File("notes.yaml"), folder.File("notes.lock"));
        File.Copy(Notes.Path, spec);

        var written = await CliRunner.RunAsync("list", spec, "--lock", lockFile, "--update-lock");
        var same = await CliRunner.RunAsync("list", spec, "--lock", lockFile);
        await File.WriteAllTextAsync(
            spec,
            (await File.ReadAllTextAsync(spec)).Replace("maxLength: 200", "maxLength: 300", StringComparison.Ordinal)
        );
        var different = await CliRunner.RunAsync("list", spec, "--lock", lockFile);

        written.ExitCode.Should().Be(ExitCodes.Conforming, written.Error);
        same.ExitCode.Should().Be(ExitCodes.Conforming, same.Out);
        different.ExitCode.Should().Be(ExitCodes.RequirementFailed);
        different.Out.Should().Contain("changed  ").And.Contain("--update-lock accepts them.");
    }

    [Test]
    public async Task A_missing_lock_file_is_a_matter_of_usage()
    {
        var answer = await CliRunner.RunAsync("list", Notes.Path, "--lock", "/nowhere/notes.lock");

        answer.ExitCode.Should().Be(ExitCodes.UsageOrConfiguration);
        answer.Error.Should().Contain("/nowhere/notes.lock");
    }

    [Test]
    public async Task A_filter_that_selects_nothing_is_refused()
    {
        var answer = await CliRunner.RunAsync("list", Notes.Path, "--filter", "kind=webhooks");

        answer.ExitCode.Should().Be(ExitCodes.UsageOrConfiguration);
        answer.Error.Should().Contain("selects none of the");
    }

    [TestCase("kind=webhook", "happy_path")]
    [TestCase("colour=red", "endpoint")]
    public async Task A_filter_that_cannot_be_read_is_refused_with_what_can(string filter, string accepted)
    {
        var answer = await CliRunner.RunAsync("run", Notes.Path, "--filter", filter);

        answer.ExitCode.Should().Be(ExitCodes.UsageOrConfiguration);
        answer.Error.Should().Contain("cannot be read").And.Contain(accepted);
    }

    [Test]
    public async Task Schema_prints_one_object_of_all_schemas()
    {
        var answer = await CliRunner.RunAsync("schema", Notes.Path);

        using var document = JsonDocument.Parse(answer.Out);
        document.RootElement.EnumerateObject().Select(p => p.Name).Should().Contain("write-note.request");
    }

    [Test]
    public async Task Schema_writes_one_file_for_each_schema()
    {
        using var folder = new TemporaryFolder();

        var answer = await CliRunner.RunAsync("schema", Notes.Path, "--out", folder.File("schemas"));

        answer.ExitCode.Should().Be(ExitCodes.Conforming);
        File.Exists(Path.Combine(folder.File("schemas"), "write-note.request.schema.json")).Should().BeTrue();
    }

    [Test]
    public async Task Simulate_serves_until_it_is_interrupted()
    {
        using var interruption = new CancellationTokenSource();
        var output = new InterruptingWriter(interruption, "Ctrl-C ends it.");

        var answer = await CliRunner.RunAsync(
            ["simulate", Notes.Path, "--port", "0"],
            console => console with { Out = output },
            interruption.Token
        );

        answer.ExitCode.Should().Be(ExitCodes.Conforming);
        output.ToString().Should().Contain("Notes API is served at http://127.0.0.1:").And.Contain("provider states");
    }

    [Test]
    public async Task Simulate_delivers_to_the_address_it_is_given_and_signs_with_the_secret_of_the_environment()
    {
        await using var subscriber = await Subscriber.StartAsync();
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("bells.yaml"), RegistrationRequestTests.Bells);
        using var interruption = new CancellationTokenSource();
        using var serves = new CancellationTokenSource();
        var seen = new TaskCompletionSource();
        using var registration = serves.Token.Register(() => seen.TrySetResult());
        var output = new InterruptingWriter(serves, "Ctrl-C ends it.");
        var serving = CliRunner.RunAsync(
            ["simulate", folder.File("bells.yaml"), "--port", "0", "--webhook-url", subscriber.Url.ToString()],
            console => console with { Out = output, Variables = console.Variables.Add("WEBHOOK_SECRET", "as agreed") },
            interruption.Token
        );
        await seen.Task.WaitAsync(TimeSpan.FromSeconds(20));

        using var http = new HttpClient();
        var url = Regex.Match(output.ToString(), "served at (http://[^ /]+)/").Groups[1].Value;
        using var body = new StringContent("{\"tone\":\"c\"}", Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(new Uri($"{url}/bells"), body);
        var delivery = (await subscriber.WaitAsync(1)).Single();
        await interruption.CancelAsync();

        (await serving).ExitCode.Should().Be(ExitCodes.Conforming);
        output.ToString().Should().Contain($"webhooks         {subscriber.Url}");
        delivery.Text("event_type").Should().Be("bell.hung");
        var digest = HMACSHA256.HashData("as agreed"u8, delivery.Body);
        delivery.Header("X-Signature").Should().EndWith(Convert.ToHexStringLower(digest));
    }

    [TestCase("http://127.0.0.1:9/hooks", "WEBHOOK_SECRET is not set")]
    [TestCase("nowhere", "nowhere")]
    public async Task An_address_that_nothing_can_be_delivered_to_is_refused(string url, string why)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("bells.yaml"), RegistrationRequestTests.Bells);

        var answer = await CliRunner.RunAsync("simulate", folder.File("bells.yaml"), "--webhook-url", url);

        answer.ExitCode.Should().Be(ExitCodes.UsageOrConfiguration);
        answer.Error.Should().Contain(why);
    }

    [Test]
    public async Task An_unknown_fault_is_refused()
    {
        var answer = await CliRunner.RunAsync("simulate", Notes.Path, "--fault", "honesty");

        answer.ExitCode.Should().Be(ExitCodes.UsageOrConfiguration);
        answer.Error.Should().StartWith("error: There is no fault 'honesty'.");
    }

    [Test]
    public void Without_a_name_the_only_specification_is_meant_and_several_are_listed()
    {
        using var folder = new TemporaryFolder();
        SpecificationArgument.Find(folder.Path).Refusal!.Message.Should().Contain("there is none in specs/");

        Directory.CreateDirectory(folder.File("specs"));
        File.WriteAllText(folder.File("specs/b.yaml"), "");
        SpecificationArgument.Find(folder.Path).Value.Should().Be("specs/b.yaml");

        File.WriteAllText(folder.File("specs/a.yml"), "");
        SpecificationArgument.Find(folder.Path).Refusal!.Fix.Should().Be("Name one of: specs/a.yml, specs/b.yaml.");

        File.WriteAllText(folder.File("specs/orders.yaml"), "");
        SpecificationArgument.Find(folder.Path).Value.Should().Be("specs/orders.yaml");
    }
}
