@echo off
rem Starts the studio with a Java 25 or later, wherever one is installed.
setlocal disabledelayedexpansion
set "HERE=%~dp0.."
set "FOUND="
if defined JAVA_HOME call :try "%JAVA_HOME%\bin\java.exe"
if not defined FOUND for %%J in (java.exe) do call :try "%%~$PATH:J"
for /d %%D in ("%ProgramFiles%\Eclipse Adoptium\jdk-*" "%ProgramFiles%\Java\jdk-*" "%ProgramFiles%\Microsoft\jdk-*") do if not defined FOUND call :try "%%~D\bin\java.exe"
if not defined FOUND (
  echo supernode-studio: no Java 25 or later was found; install one or set JAVA_HOME to it. 1>&2
  exit /b 2
)
set "READY="
if exist "%HERE%\lib\studio.aot" set READY="-XX:AOTCache=%HERE%\lib\studio.aot"
rem A document is written before the slower of Java's compilers could pay; a long solve needs it.
set "BRIEF="
if "%~1"=="report" set "BRIEF=-XX:TieredStopAtLevel=1"
if "%~1"=="render" set "BRIEF=-XX:TieredStopAtLevel=1"
"%FOUND%" "@%HERE%\lib\java-options" %READY% %BRIEF% --module-path "%HERE%\lib\javafx" %SUPERNODE_JAVA_OPTIONS% -cp "%HERE%\lib\*" supernode.app.Main %*
exit /b %ERRORLEVEL%

:try
if "%~1"=="" exit /b 0
if not exist "%~1" exit /b 0
for /f "tokens=3" %%V in ('^""%~1" -version 2^>^&1 ^| findstr version^"') do (
  for /f "delims=.-" %%M in ("%%~V") do if %%M GEQ 25 set "FOUND=%~1"
)
exit /b 0
