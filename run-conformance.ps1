<#
.SYNOPSIS
Runs the conformance suite of an integration specification against a base URL.

.DESCRIPTION
Builds the command line tool with the .NET 10 SDK and starts "conformance run". Works in Windows PowerShell 5.1 and in
PowerShell 7 on any system. Without -BaseUrl the suite runs against the built-in simulator.

Credentials are never parameters: set the variables that the specification names (for example CLIENT_ID and
CLIENT_SECRET) in the environment.

Exit codes are those of the tool: 0 the target conforms, 1 a requirement failed, 2 usage or configuration (also: the tool
could not be built), 3 the specification has errors, 4 the target was not reached, 5 nothing failed but not enough was
shown, 130 interrupted.

.PARAMETER Spec
The specification: a YAML file, or a folder of them. Default: specs/orders.yaml beside this script.

.PARAMETER BaseUrl
Where the target answers. Default: the built-in simulator is started on a free loopback port.

.PARAMETER Environment
Name of the environment of the specification that the target plays.

.PARAMETER Filter
Which cases run, for example kind=idempotency, or id=create-order/*;level=must.

.PARAMETER Seed
Decides all generated data. The same seed and specification give the same cases and payloads.

.PARAMETER Report
The reports to write, for example html,junit, or none; conformance run --help lists them. Default: the usual ones, with
report.html among them, a page that needs neither network nor Node.js.

.PARAMETER OpenReport
Afterwards makes an HTML report of the Allure results and opens it. Needs Node.js, and the npm registry the first time.
Never changes the exit code.

.EXAMPLE
./run-conformance.ps1

Runs every case of specs/orders.yaml against the built-in simulator.

.EXAMPLE
./run-conformance.ps1 -BaseUrl https://api-sandbox.example.com -Environment sandbox -OpenReport

Runs the suite against a sandbox and shows the report.

.EXAMPLE
powershell -NoProfile -ExecutionPolicy Bypass -File run-conformance.ps1 -Filter kind=idempotency -Report junit

The form for build servers on Windows: -File passes the exit code on, -Command would make it 0 or 1.

.NOTES
Reports are written into the folder "reports" beside this script.
#>

#requires -Version 5.1

[CmdletBinding()]
param(
    [ValidateNotNullOrEmpty()]
    [string] $Spec,

    [ValidateNotNullOrEmpty()]
    [string] $BaseUrl,

    [ValidateNotNullOrEmpty()]
    [string] $Environment,

    [ValidateNotNullOrEmpty()]
    [string] $Filter,

    [ValidateRange(0, 2147483647)]
    [int] $Seed,

    [ValidateNotNullOrEmpty()]
    [string[]] $Report,

    [switch] $OpenReport
)

Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'
# A failed requirement is an answer, not an error of this script.
$PSNativeCommandUseErrorActionPreference = $false

$project = [System.IO.Path]::Combine($PSScriptRoot, 'src', 'Conformance.Cli')
$reports = [System.IO.Path]::Combine($PSScriptRoot, 'reports')
# The first file of every set of Allure results: by its time a run's own are told from those of an earlier one.
$executor = [System.IO.Path]::Combine($reports, 'allure-results', 'executor.json')

function Test-Program([string] $name) {
    return $null -ne $ExecutionContext.InvokeCommand.GetCommand($name, 'Application')
}

# Before PowerShell 7.3 a native program loses the double quotes inside its arguments unless they are escaped for it, and
# Windows PowerShell lets a backslash at the end of an argument with spaces swallow what follows.
function Format-Argument([string] $value) {
    $passing = $ExecutionContext.SessionState.PSVariable.GetValue('PSNativeCommandArgumentPassing')
    if ($null -ne $passing -and "$passing" -ne 'Legacy') {
        return $value
    }

    $escaped = $value -replace '(\\*)"', '$1$1\"'
    if ($escaped -match '\s') {
        $escaped = $escaped.TrimEnd('\')
    }

    return $escaped
}

function Open-Report {
    $results = [System.IO.Path]::Combine($reports, 'allure-results')
    $html = [System.IO.Path]::Combine($reports, 'allure-report')
    if ([System.IO.File]::GetLastWriteTimeUtc($executor) -eq $earlier) {
        [Console]::Error.WriteLine('No HTML report: this run wrote no Allure results.')
        return
    }

    if (-not (Test-Program 'npx')) {
        [Console]::Error.WriteLine("No HTML report: it needs Node.js (https://nodejs.org). The Allure results are in $results")
        return
    }

    & npx --yes allure@3.18.0 awesome $results --single-file --output $html
    if ($LASTEXITCODE -ne 0) {
        [Console]::Error.WriteLine("No HTML report: its generator ended with $LASTEXITCODE. The Allure results are in $results")
        return
    }

    $page = [System.IO.Path]::Combine($html, 'index.html')
    [Console]::Out.WriteLine("HTML report: $page")
    try {
        $start = [System.Diagnostics.ProcessStartInfo]::new($page)
        $start.UseShellExecute = $true
        [void][System.Diagnostics.Process]::Start($start)
    }
    catch {
        [Console]::Error.WriteLine("It could not be opened here: $($_.Exception.Message)")
    }
}

if (-not (Test-Program 'dotnet')) {
    [Console]::Error.WriteLine('dotnet is not installed: get the .NET 10 SDK from https://dotnet.microsoft.com/download')
    exit 2
}

if (-not $PSBoundParameters.ContainsKey('Spec')) {
    $Spec = [System.IO.Path]::Combine($PSScriptRoot, 'specs', 'orders.yaml')
}

$arguments = @('run', '--project', $project, '--configuration', 'Release', '--no-build', '--', 'run', (Format-Argument $Spec))
foreach ($option in @(@('BaseUrl', '--base-url'), @('Environment', '--environment'), @('Filter', '--filter'), @('Seed', '--seed'))) {
    if ($PSBoundParameters.ContainsKey($option[0])) {
        $arguments += $option[1], (Format-Argument ([string] $PSBoundParameters[$option[0]]))
    }
}

if ($PSBoundParameters.ContainsKey('Report')) {
    $arguments += '--report', (Format-Argument ($Report -join ','))
}

$arguments += '--out', (Format-Argument $reports)

# Built on its own, so that a tool that does not build cannot be taken for a target that does not conform.
& dotnet build $project --configuration Release --nologo --verbosity quiet
$code = $LASTEXITCODE
if ($code -ne 0) {
    [Console]::Error.WriteLine("The tool could not be built (dotnet build ended with $code).")
    exit 2
}

$earlier = [System.IO.File]::GetLastWriteTimeUtc($executor)
& dotnet @arguments
$code = $LASTEXITCODE
[Console]::Out.WriteLine("Reports: $reports")
if ($OpenReport) {
    Open-Report
}

exit $code
