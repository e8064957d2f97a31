@echo off
rem Run congkhai on Windows; the first run makes .venv and sees to all that is needed: from wheels\ alone where a bundle brought it.
setlocal
chcp 65001 >nul
set "HERE=%~dp0"
set "VENV=%HERE%.venv"
set "WHEELS=%HERE%wheels"
set "PYTHONPATH=%HERE%;%PYTHONPATH%"
set "PYTHONUTF8=1"
set "PYTHONDONTWRITEBYTECODE="
if exist "%HERE%generator\__main__.py" goto unpacked
echo congkhai: hay giai nen ca tep .zip ra mot thu muc, roi bam dup congkhai.cmd trong thu muc do. 1>&2
goto failed
:unpacked
if exist "%VENV%\Scripts\python.exe" goto ready
echo congkhai: lan chay dau, dang chuan bi, mat vai phut ... 1>&2
set "FITS=import os, sys; tag = 2 * ('-cp' + str(sys.version_info[0]) + str(sys.version_info[1])) + '-'; wheels = os.path.isdir(sys.argv[1]) and os.listdir(sys.argv[1]); sys.exit(sys.version_info < (3, 11) or sys.maxsize < 2 ** 32 or bool(wheels) and not any(tag in name for name in wheels))"
set "PY="
for %%P in ("py -3" "py -3.14" "py -3.13" "py -3.12" "py -3.11" "python") do if not defined PY %%~P -c "%FITS%" "%WHEELS%" >nul 2>&1 && set "PY=%%~P"
if defined PY goto found
echo congkhai: can Python 3.11 tro len, ban 64 bit. Trang vua mo chi cach cai trong ba buoc. 1>&2
start "" "%HERE%docs\bat-dau.html"
goto failed
:found
if exist "%WHEELS%" (%PY% -m venv --without-pip "%VENV%" || goto failed) else (%PY% -m venv "%VENV%" || goto failed)
:ready
set "LOCK=requirements.lock"
call :need || goto failed
if /i "%~1"=="test" goto test
if /i "%~1"=="bench" goto test
if "%~1"=="" goto desk
"%VENV%\Scripts\python.exe" -m generator %*
exit /b %ERRORLEVEL%
:desk
rem A double click gives no word: the desk opens in the browser, and a fault stays to be read.
cd /d "%HERE%"
"%VENV%\Scripts\python.exe" -m generator desk || goto failed
exit /b 0
:test
set "LOCK=requirements-test.lock"
call :need || goto failed
cd /d "%HERE%"
if /i "%~1"=="bench" ("%VENV%\Scripts\python.exe" -m tests.benchmarks) else ("%VENV%\Scripts\python.exe" -m pytest)
exit /b %ERRORLEVEL%
:failed
if "%~1"=="" pause
exit /b 2
:need
rem Installs what a lock pins, once for each content of the lock.
fc /b "%HERE%%LOCK%" "%VENV%\.ready-%LOCK%" >nul 2>&1 && exit /b 0
echo congkhai: dang cai cac thu vien Python ... 1>&2
set "HOW=--disable-pip-version-check --no-input --quiet --require-hashes --only-binary :all:"
if exist "%WHEELS%" goto bundled
"%VENV%\Scripts\python.exe" -m pip install %HOW% -r "%HERE%%LOCK%" && goto installed
echo congkhai: chua cai duoc thu vien. Hay kiem tra mang roi chay lai. 1>&2
exit /b 2
:bundled
set "PIP="
for %%F in ("%WHEELS%\pip-*.whl") do set "PIP=%%~fF\pip"
"%VENV%\Scripts\python.exe" "%PIP%" install %HOW% --no-index --find-links "%WHEELS%" -r "%HERE%%LOCK%" && goto installed
echo congkhai: thu muc wheels khong du thu vien cho may nay. Hay giai nen lai goi cai. 1>&2
exit /b 2
:installed
copy /y "%HERE%%LOCK%" "%VENV%\.ready-%LOCK%" >nul
exit /b 0
